import type { RiskFigures } from "../../contract/heat-map.ts";
import { defaultReviewEveryDays } from "../../contract/portfolio.ts";
import type { Risk } from "../../contract/record.ts";
import { limitStatus } from "../../engine/scoring/limit-status.ts";
import type { RiskScore } from "../../engine/scoring/risk-score.ts";
import { daysBetween } from "../calendar.ts";
import type { RegisterState, StoredRecord } from "../read-register.ts";
import { rankedRisks } from "./ranked-risks.ts";
import type { RegisterFigures } from "./register-figures.ts";

interface KeptFigures {
  readonly stored: StoredRecord<Risk>;
  /** What the figures rest on besides the risk, its controls and its rank. */
  readonly around: Pick<RegisterFigures, "lineOf" | "today"> & Pick<RegisterState, "people" | "systems">;
  readonly figures: RiskFigures;
}

/** Figures by the score they rest on, which lives as long as neither the risk nor its controls change. */
const kept = new WeakMap<RiskScore, KeptFigures>();
const ranksOf = new WeakMap<RegisterFigures, ReadonlyMap<string, number | null>>();

/** One risk with every figure a map, a table or a drawer shows of it. */
export function riskFigures(register: RegisterFigures, id: string): RiskFigures {
  const stored = register.state.risks.get(id)!;
  const score = register.scores.get(id)!;
  const rank = residualRanks(register).get(id) ?? null;
  const before = kept.get(score);
  if (before !== undefined && before.stored === stored && isAroundSame(before.around, register)) {
    if (before.figures.rank === rank) return before.figures;
    const figures = { ...before.figures, rank };
    kept.set(score, { ...before, figures });
    return figures;
  }
  const figures = computeFigures(register, { stored, score, rank });
  const { people, systems } = register.state;
  kept.set(score, { stored, around: { lineOf: register.lineOf, today: register.today, people, systems }, figures });
  return figures;
}

function isAroundSame(around: KeptFigures["around"], { state, lineOf, today }: RegisterFigures): boolean {
  return (
    around.lineOf === lineOf &&
    around.today === today &&
    around.people === state.people &&
    around.systems === state.systems
  );
}

function computeFigures(
  register: RegisterFigures,
  { stored, score, rank }: { stored: StoredRecord<Risk>; score: RiskScore; rank: number | null },
): RiskFigures {
  const { record: risk, version } = stored;
  const line = register.lineOf(score);
  const status = line === null ? "unknown" : limitStatus(score.residual?.score ?? null, line);
  const task = openTasks(risk)[0];
  return {
    id: risk.id,
    name: nameOf(risk),
    system: risk.system,
    systemName: register.systemName(risk.system),
    category: risk.category,
    owner: risk.owner,
    ownerName: register.personName(risk.owner),
    inherent: score.inherent,
    residual: score.residual,
    target: score.target,
    targetBy: score.targetBy,
    source: score.source,
    cellProbability: score.cellProbability,
    expectedAnnualLoss: score.expectedAnnualLoss,
    rank,
    line: line && { limit: line.id, scope: line.scope, appetite: line.appetite, tolerance: line.tolerance },
    status,
    overdue: status === "breach" && task !== undefined && task.due < register.today,
    assessed: risk.assessed ?? null,
    freshness: freshness(risk, register.today),
    nextDeadline: task === undefined ? null : { on: task.due, task: task.task, owner: task.owner },
    version,
  };
}

/** Every risk's figures, in the order of the register. */
export function allRiskFigures(figures: RegisterFigures): RiskFigures[] {
  return [...figures.scores.keys()].map((id) => riskFigures(figures, id));
}

function residualRanks(figures: RegisterFigures): ReadonlyMap<string, number | null> {
  const known = ranksOf.get(figures);
  if (known !== undefined) return known;
  const ranks = new Map(rankedRisks(figures, "residual").map(({ risk, rank }) => [risk.id, rank]));
  ranksOf.set(figures, ranks);
  return ranks;
}

/** The label of a risk: its name, else its id in words. */
export function nameOf(risk: Risk): string {
  if (risk.name !== undefined) return risk.name;
  const words = risk.id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An assessment older than its review interval, or a judgement past its review date, is stale. */
export function freshness(risk: Risk, today: string): "fresh" | "stale" | "never-assessed" {
  if (risk.assessed === undefined) return "never-assessed";
  const reviewPassed = risk.residual !== undefined && risk.residual.reviewBy < today;
  return reviewPassed || daysBetween(risk.assessed, today) > (risk.reviewEveryDays ?? defaultReviewEveryDays)
    ? "stale"
    : "fresh";
}

/** Tasks of the plan that nobody has reported done, earliest first. */
export function openTasks(risk: Risk): { task: string; owner: string; due: string }[] {
  return (risk.treatment?.plan ?? [])
    .filter((task) => task.done === undefined)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
