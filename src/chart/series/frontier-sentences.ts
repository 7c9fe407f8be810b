import { formatMoney } from "./format-money.ts";
import { formatCount, formatNumber } from "./format-number.ts";

/** The set that a budget chooses. */
export interface FundedWords {
  readonly names: readonly string[];
  readonly budget: number;
  readonly currency: string;
}

function listed(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(", ")} and ${formatNumber(names.length - 3)} more`;
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** What a budget buys, over its chart. */
export function frontierFinding({ names, budget, currency }: FundedWords): string {
  const money = formatMoney(budget, currency);
  if (names.length === 0) return `${money} buys no control that is worth more than nothing`;
  return names.length > 2
    ? `${money} a year funds ${formatCount(names.length)} controls`
    : `${money} a year funds ${listed(names)}`;
}

/** The same in full, to quote. */
export function frontierQuote(
  set: FundedWords & {
    readonly cost: number;
    readonly before: number;
    readonly after: number;
    readonly measure: "expectedAnnualLoss" | "expectedShortfall";
    readonly method: "every-set" | "search";
  },
): string {
  const money = (amount: number) => formatMoney(amount, set.currency, "table");
  const measure = set.measure === "expectedAnnualLoss" ? "the expected loss" : "the mean of the worst years, 1 in 20,";
  if (set.names.length === 0)
    return `Within ${money(set.budget)} a year no control lowers ${measure} of ${money(set.before)} a year.`;
  const best =
    set.method === "every-set" ? "no set within the budget does better" : "no better set within the budget was found";
  const brings = set.names.length === 1 ? "brings" : "bring";
  return `For ${money(set.cost)} a year ${listed(set.names)} ${brings} ${measure} from ${money(set.before)} to ${money(set.after)} a year; ${best}.`;
}

/** What it takes to bring a line back. */
export function restoringWords(
  found: { readonly names: readonly string[]; readonly cost: number; readonly method: "every-set" | "search" } | null,
  { exceeds, currency }: { readonly exceeds: number; readonly currency: string },
): string {
  const line = formatMoney(exceeds, currency);
  if (found === null) return `Not even all of them together bring the line at ${line} back.`;
  const cost = formatMoney(found.cost, currency, "table");
  if (found.names.length === 0) return `The line at ${line} is kept already.`;
  const brings = found.names.length === 1 ? "brings" : "bring";
  return found.method === "every-set"
    ? `${listed(found.names)} ${brings} the line at ${line} back for ${cost} a year; nothing cheaper does.`
    : `${listed(found.names)} ${brings} the line at ${line} back for ${cost} a year; nothing cheaper was found.`;
}
