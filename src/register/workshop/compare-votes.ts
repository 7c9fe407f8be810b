import type { Vote, WorkshopDetail } from "../../contract/workshop.ts";
import { kendallConcordance } from "../../engine/scoring/kendall-concordance.ts";

/** From so many levels off the median on, whoever voted so is asked why. */
const farOff = 2;

/** Median and range of each risk's votes, and who lies apart; a risk that nobody voted on is left out. */
export function spreadOfVotes(risks: readonly string[], votes: readonly Vote[]): WorkshopDetail["spread"] {
  return risks.flatMap((risk) => {
    const of = votes.filter((vote) => vote.risk === risk);
    if (of.length === 0) return [];
    const likelihood = spreadOf(of.map((vote) => vote.likelihood));
    const impact = spreadOf(of.map((vote) => vote.impact));
    const outliers = of
      .filter(
        (vote) =>
          Math.abs(vote.likelihood - likelihood.median) >= farOff || Math.abs(vote.impact - impact.median) >= farOff,
      )
      .map(({ by }) => by);
    return [{ risk, likelihood, impact, outliers }];
  });
}

/** How far the orders of the risks by likelihood × impact agree, of those people who rated every risk. */
export function agreementOfVotes(
  people: readonly string[],
  risks: readonly string[],
  votes: readonly Vote[],
): WorkshopDetail["agreement"] {
  const scores = people.flatMap((by) => {
    const own = new Map(votes.filter((vote) => vote.by === by).map((vote) => [vote.risk, vote]));
    const rated = risks.flatMap((risk) => own.get(risk) ?? []);
    return rated.length < risks.length ? [] : [rated.map(({ likelihood, impact }) => likelihood * impact)];
  });
  return kendallConcordance(scores);
}

function spreadOf(levels: readonly number[]) {
  const rising = levels.toSorted((a, b) => a - b);
  const middle = (rising.length - 1) / 2;
  return {
    median: (rising[Math.floor(middle)]! + rising[Math.ceil(middle)]!) / 2,
    low: rising[0]!,
    high: rising.at(-1)!,
  };
}
