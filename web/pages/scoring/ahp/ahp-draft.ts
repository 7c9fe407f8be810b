import type { AhpFile } from "../../../../src/contract/ahp-file.ts";
import { ratioOf } from "../../../../src/contract/structured/ratio-of.ts";

export interface ItemDraft {
  /** Names the item while its name is typed. */
  readonly key: number;
  readonly name: string;
}

interface JudgementDraft {
  readonly left: number;
  readonly right: number;
  readonly ratio: number | string;
  readonly reason?: string | undefined;
}

export interface AhpSheet {
  readonly items: readonly ItemDraft[];
  readonly judgements: readonly JudgementDraft[];
}

/** How many times `left` outweighs `right`; null while nobody said. */
export interface Pair {
  readonly left: ItemDraft;
  readonly right: ItemDraft;
  readonly ratio: number | null;
}

/** Ends of Saaty's scale on the slider, whose middle is 0: left of it the left item outweighs. */
export const scaleEnd = 8;

const strengths = [
  "slightly",
  "moderately",
  "moderately to strongly",
  "strongly",
  "strongly to very strongly",
  "very strongly",
  "very strongly to extremely",
  "extremely",
] as const;

/** What is not named among the items is left out; the server refuses such a file anyway. */
export function sheetOfPairs({ items, judgements = [] }: Pick<AhpFile, "items" | "judgements">): AhpSheet {
  const keys = new Map(items.map((name, key) => [name, key]));
  return {
    items: items.map((name, key) => ({ key, name })),
    judgements: judgements.flatMap(({ left, right, ...judged }) => {
      const pair = { left: keys.get(left), right: keys.get(right) };
      return pair.left === undefined || pair.right === undefined
        ? []
        : [{ ...judged, left: pair.left, right: pair.right }];
    }),
  };
}

/** Every pair of items, in the items' order. */
export function pairsOf({ items, judgements }: AhpSheet): Pair[] {
  const said = new Map<string, number>();
  for (const { left, right, ratio } of judgements) {
    said.set(`${left} ${right}`, ratioOf(ratio));
    said.set(`${right} ${left}`, 1 / ratioOf(ratio));
  }
  return items.flatMap((left, at) =>
    items.slice(at + 1).map((right) => ({ left, right, ratio: said.get(`${left.key} ${right.key}`) ?? null })),
  );
}

/** The sheet with one pair judged anew; null takes the judgement away. Its reason stays. */
export function withJudgement(
  sheet: AhpSheet,
  { left, right }: { readonly left: number; readonly right: number },
  ratio: number | string | null,
): AhpSheet {
  const isPair = (one: JudgementDraft) =>
    (one.left === left && one.right === right) || (one.left === right && one.right === left);
  const at = sheet.judgements.findIndex(isPair);
  const others = sheet.judgements.filter((one) => !isPair(one));
  if (ratio === null) return { ...sheet, judgements: others };
  const reason = sheet.judgements[at]?.reason;
  const judged = { left, right, ratio, ...(reason !== undefined && { reason }) };
  const place = at < 0 ? others.length : at;
  return { ...sheet, judgements: [...others.slice(0, place), judged, ...others.slice(place)] };
}

export function withoutItem({ items, judgements }: AhpSheet, key: number): AhpSheet {
  return {
    items: items.filter((item) => item.key !== key),
    judgements: judgements.filter(({ left, right }) => left !== key && right !== key),
  };
}

export function withNewItem({ items, judgements }: AhpSheet): AhpSheet {
  return { items: [...items, { key: 1 + Math.max(-1, ...items.map(({ key }) => key)), name: "" }], judgements };
}

/** Place on the slider of a ratio, the nearest where it lies between two. */
export function stepOf(ratio: number): number {
  const step = ratio >= 1 ? -(ratio - 1) : 1 / ratio - 1;
  return Math.round(Math.max(-scaleEnd, Math.min(scaleEnd, step)));
}

/** The ratio of a place on the slider, as it is written in a file. */
export function ratioAt(step: number): number | string {
  return step <= 0 ? 1 - step : `1/${1 + step}`;
}

/** "discrimination strongly outweighs privacy" */
export function pairWords({ left, right, ratio }: Pair): string {
  if (ratio === null) return `${left.name} and ${right.name}: not compared`;
  const step = stepOf(ratio);
  if (step === 0) return `${left.name} and ${right.name} weigh alike`;
  const [more, less] = step < 0 ? [left, right] : [right, left];
  return `${more.name} ${strengths[Math.abs(step) - 1]} outweighs ${less.name}`;
}

interface ReadPairs {
  readonly document: AhpFile;
  /** What stands in the way of saving; null where nothing does. */
  readonly missing: string | null;
}

/** The file that the sheet stands for. */
export function readPairs({ items, judgements }: AhpSheet, base: Omit<AhpFile, "items" | "judgements">): ReadPairs {
  const names = new Map(items.map(({ key, name }) => [key, name.trim()]));
  const list = [...names.values()];
  const twice = list.find((name, at) => list.indexOf(name) !== at);
  const missing =
    items.length === 0
      ? "nothing is weighed; add what is compared"
      : list.includes("")
        ? "an item has no name"
        : twice !== undefined
          ? `“${twice}” twice; give each item a name of its own`
          : null;
  const document = {
    ...base,
    items: list,
    judgements: judgements.map(({ left, right, ...judged }) => ({
      left: names.get(left)!,
      right: names.get(right)!,
      ...judged,
    })),
  };
  return { document, missing };
}
