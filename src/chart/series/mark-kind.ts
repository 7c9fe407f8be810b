import type { RiskFigures } from "../../contract/heat-map.ts";
import type { State } from "../../contract/score-report.ts";

/** What a mark says about a risk. Each kind has its own shape and its own word; colour only repeats them. */
export type MarkKind = "critical" | "breach" | "warning" | "ok" | "unlined" | "unknown";

/** Worst first; what nobody knows stands last and counts as neither. */
export const markKinds: readonly MarkKind[] = ["critical", "breach", "warning", "ok", "unlined", "unknown"];

export const markWords: Readonly<Record<MarkKind, string>> = {
  critical: "over tolerance, deadline passed",
  breach: "over tolerance",
  warning: "over appetite",
  ok: "within appetite",
  unlined: "no line drawn",
  unknown: "not rated",
};

type Placed = Pick<RiskFigures, State | "line" | "status" | "overdue">;

/**
 * The mark of a risk in a state. The residual state is judged by the server; inherent and target are held against the
 * same line, so that the reader sees which side of it they lie on. A rated risk that no line covers is neither within nor over.
 */
export function markKind(risk: Placed, by: State): MarkKind {
  const score = risk[by]?.score;
  if (score === undefined) return "unknown";
  if (by !== "residual") return risk.line === null ? "unlined" : kindAgainst(score, risk.line);
  if (risk.overdue) return "critical";
  return risk.status === "unknown" ? "unlined" : risk.status;
}

/** Reaching a value crosses it. */
export function kindAgainst(score: number, line: { readonly appetite: number; readonly tolerance: number }): MarkKind {
  return score >= line.tolerance ? "breach" : score >= line.appetite ? "warning" : "ok";
}

export function isOverLine(kind: MarkKind): boolean {
  return kind === "critical" || kind === "breach" || kind === "warning";
}
