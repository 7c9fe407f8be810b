import type { WorkshopDetail } from "../../contract/workshop.ts";
import { formatDate } from "./format-date.ts";
import { formatCount, formatNumber, formatPercent, plural } from "./format-number.ts";

type Spread = WorkshopDetail["spread"][number];
type Counted = Pick<WorkshopDetail, "agreement" | "votes" | "workshop">;

/** From this p-value on, an agreement is one that chance would often bring about. */
const byChance = 0.05;

/** How far the people's orders of the risks agree, in a sentence, or why that cannot be said. */
export function agreementSentence({ agreement, votes, workshop: { risks } }: Counted): string {
  const people = whoRatedAll({ votes, risks });
  if (agreement === null) return `Agreement is not measured: ${whyNotMeasured(people, risks.length)}.`;
  const { kendallW, pValue } = agreement;
  const order =
    kendallW >= 0.7
      ? "in much the same order"
      : kendallW >= 0.5
        ? "in a similar order"
        : kendallW >= 0.3
          ? "in orders that have something in common"
          : "in orders that have little in common";
  const who = `${formatCount(people, "start")} people put the ${formatCount(risks.length)} risks ${order}`;
  return `${who}: Kendall’s W ${formatNumber(kendallW, 2)}${pValue === null ? "" : `, p ${formatP(pValue)}`}.`;
}

/** What the p-value of an agreement means, for who does not read them daily. */
export function agreementNote({
  agreement,
  workshop: { risks },
}: Pick<WorkshopDetail, "agreement" | "workshop">): string {
  const scale = "0 is no common order, 1 the same order for all";
  if (agreement === null) return "It takes two people who rated every risk, and two risks that they tell apart";
  if (agreement.pValue === null) return `${scale}; with fewer than three risks chance cannot be ruled out`;
  const rough = risks.length < 8 ? ", roughly, with fewer than eight risks" : "";
  const often = `orders by chance agree so well ${formatPercent(agreement.pValue)} of the time${rough}`;
  return agreement.pValue < byChance ? `${scale}; ${often}` : `${scale}; ${often}, so it proves little`;
}

/** "Three votes: likelihood 3 to 5, median 4; impact 2 to 4, median 3." */
export function spreadSentence(spread: Spread | undefined, votes: number): string {
  if (spread === undefined) return "Nobody voted on it.";
  const { likelihood, impact } = spread;
  const isOne = likelihood.low === likelihood.high && impact.low === impact.high;
  if (votes === 1) return `One vote: likelihood ${likelihood.low}, impact ${impact.low}.`;
  if (isOne) return `All ${formatCount(votes)} votes are the same: likelihood ${likelihood.low}, impact ${impact.low}.`;
  const part = (name: string, { low, high, median }: Spread["likelihood"]) =>
    low === high ? `${name} ${low}, all the same` : `${name} ${low} to ${high}, median ${formatNumber(median, 1)}`;
  return `${formatCount(votes, "start")} votes: ${part("likelihood", likelihood)}; ${part("impact", impact)}.`;
}

const namedInQuote = 3;

/** What a closed workshop came to, to be quoted. Of many risks the highest are named. */
export function outcomeSentence(detail: Counted & Pick<WorkshopDetail, "risks">, scoring: "product" | "sum"): string {
  const { workshop, votes, risks } = detail;
  const voters = new Set(votes.map(({ by }) => by)).size;
  const rated = new Set(votes.map(({ risk }) => risk)).size;
  const sign = scoring === "product" ? "×" : "+";
  const score = (each: { likelihood: number; impact: number }) =>
    scoring === "product" ? each.likelihood * each.impact : each.likelihood + each.impact;
  const highest = [...(workshop.outcome ?? [])].sort((a, b) => score(b) - score(a));
  const said = highest.slice(0, namedInQuote).map((each) => {
    const name = risks.find(({ id }) => id === each.risk)?.name ?? each.risk;
    return `${name} ${each.likelihood} ${sign} ${each.impact} = ${score(each)}`;
  });
  const who = `${formatCount(voters)} ${plural("person", voters, "people")} rated ${formatCount(rated)} ${plural("risk", rated)} blind`;
  const agreed =
    highest.length > namedInQuote
      ? `Agreed before controls, the highest ${formatCount(namedInQuote)} of ${formatCount(highest.length)}`
      : "Agreed before controls";
  return `In the workshop “${workshop.name}” of ${formatDate(workshop.on)} ${who}. ${agreementSentence(detail)} ${agreed}: ${said.join("; ")}.`;
}

function whoRatedAll({ votes, risks }: { votes: Counted["votes"]; risks: readonly string[] }): number {
  const counts = new Map<string, number>();
  for (const { by } of votes) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts.values()].filter((count) => count === risks.length).length;
}

function whyNotMeasured(people: number, risks: number): string {
  if (risks < 2) return "there is one risk only";
  if (people === 0) return "nobody rated every risk";
  return people === 1 ? "one person alone rated every risk" : "nobody tells two risks apart";
}

function formatP(pValue: number): string {
  return pValue < 0.001 ? "under 0.001" : formatNumber(pValue, pValue < 0.01 ? 3 : 2);
}
