import type { State } from "../../contract/score-report.ts";
import { rankRisks } from "../../engine/scoring/rank-risks.ts";
import type { RiskScore } from "../../engine/scoring/risk-score.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import { type RankedRisk, worstFirst } from "../../engine/scoring/worst-first.ts";

/** What a ranking is made of. */
interface ScoredRegister {
  readonly scale: Scale;
  readonly scores: ReadonlyMap<string, RiskScore>;
}

type Rankings = ReadonlyMap<State, readonly RankedRisk[]>;

const known = new WeakMap<ScoredRegister, Map<State, readonly RankedRisk[]>>();
/** Rankings of the register before: after one change nearly right, so that sorting from them is nearly done. */
const former = new WeakMap<ScoredRegister, Rankings>();

/** Every risk with its rank in a state, worst first, unrated last; computed once for each register and state. */
export function rankedRisks(figures: ScoredRegister, by: State): readonly RankedRisk[] {
  const byState = known.get(figures) ?? new Map<State, readonly RankedRisk[]>();
  known.set(figures, byState);
  const before = byState.get(by);
  if (before !== undefined) return before;
  const risks = inFormerOrder(figures, former.get(figures)?.get(by) ?? []);
  const ranks = rankRisks(risks, by);
  const ranked = risks.map((risk, index) => ({ risk, rank: ranks[index]! })).sort(worstFirst(figures.scale, by));
  byState.set(by, ranked);
  return ranked;
}

/** Lets a register's ranking start from that of the one before it. */
export function rankFrom(before: ScoredRegister, after: ScoredRegister): void {
  const rankings = known.get(before) ?? former.get(before);
  if (rankings !== undefined) former.set(after, rankings);
}

function inFormerOrder({ scores }: ScoredRegister, before: readonly RankedRisk[]): RankedRisk["risk"][] {
  if (before.length === 0) return [...scores.values()];
  const placed = before.flatMap(({ risk }) => scores.get(risk.id) ?? []);
  if (placed.length === scores.size) return placed;
  const ids = new Set(placed.map(({ id }) => id));
  return [...placed, ...[...scores.values()].filter(({ id }) => !ids.has(id))];
}
