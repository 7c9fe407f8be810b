import type { RiskFigures } from "../../contract/heat-map.ts";
import { rankedRisks } from "./ranked-risks.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { type RiskStanding, riskStanding } from "./risk-standing.ts";

const ranksOf = new WeakMap<RegisterFigures, ReadonlyMap<string, number | null>>();

/** One risk with every figure a map, a table or a drawer shows of it. */
export function riskFigures(register: RegisterFigures, id: string): RiskFigures {
  return withRank(register, riskStanding(register, id));
}

export function withRank(register: RegisterFigures, standing: RiskStanding): RiskFigures {
  return { ...standing, rank: residualRanks(register).get(standing.id) ?? null };
}

function residualRanks(register: RegisterFigures): ReadonlyMap<string, number | null> {
  const known = ranksOf.get(register);
  if (known !== undefined) return known;
  const ranks = new Map(rankedRisks(register, "residual").map(({ risk, rank }) => [risk.id, rank]));
  ranksOf.set(register, ranks);
  return ranks;
}
