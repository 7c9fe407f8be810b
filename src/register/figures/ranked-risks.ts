import type { State } from "../../contract/score-report.ts";
import { rankRisks } from "../../engine/scoring/rank-risks.ts";
import { type RankedRisk, worstFirst } from "../../engine/scoring/worst-first.ts";
import type { RegisterFigures } from "./register-figures.ts";

const known = new WeakMap<RegisterFigures, Map<State, readonly RankedRisk[]>>();

/** Every risk with its rank in a state, worst first, unrated last; computed once for each register and state. */
export function rankedRisks(figures: RegisterFigures, by: State): readonly RankedRisk[] {
  const byState = known.get(figures) ?? new Map<State, readonly RankedRisk[]>();
  known.set(figures, byState);
  const before = byState.get(by);
  if (before !== undefined) return before;
  const scores = [...figures.scores.values()];
  const ranks = rankRisks(scores, by);
  const ranked = scores.map((risk, index) => ({ risk, rank: ranks[index]! })).sort(worstFirst(figures.scale, by));
  byState.set(by, ranked);
  return ranked;
}
