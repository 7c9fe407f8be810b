import type { RiskFigures } from "../../contract/heat-map.ts";
import { defaultReviewEveryDays } from "../../contract/portfolio.ts";
import type { Risk } from "../../contract/record.ts";
import type { ScoreLine } from "../../engine/scoring/limit-line.ts";
import { limitStatus } from "../../engine/scoring/limit-status.ts";
import type { RiskScore } from "../../engine/scoring/risk-score.ts";
import { daysBetween } from "../calendar.ts";
import type { StoredRecord } from "../read-register.ts";
import { rankedRisks } from "./ranked-risks.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** Figures by the score they rest on, which lives as long as neither the risk nor its controls change. */
const kept = new WeakMap<RiskScore, { readonly stored: StoredRecord<Risk>; readonly figures: RiskFigures }>();
const ranksOf = new WeakMap<RegisterFigures, ReadonlyMap<string, number | null>>();

/** One risk with every figure a map, a table or a drawer shows of it. */
export function riskFigures(figures: RegisterFigures, id: string): RiskFigures {
  const stored = figures.state.risks.get(id)!;
  const score = figures.scores.get(id)!;
  const { record: risk, version } = stored;
  const line = figures.lineOf(score);
  const status = line === null ? "unknown" : limitStatus(score.residual?.score ?? null, line);
  const before = kept.get(score);
  // What does not follow from the risk and its controls alone: names, the line, the day, and every other risk's rank.
  const around = {
    systemName: figures.systemName(risk.system),
    ownerName: figures.personName(risk.owner),
    rank: residualRanks(figures).get(id) ?? null,
    status,
    freshness: freshness(risk, figures.today),
    line: before !== undefined && isSameLine(before.figures.line, line) ? before.figures.line : lineShown(line),
  };
  if (before?.stored === stored) {
    const isSame = Object.entries(around).every(([key, value]) => before.figures[key as keyof RiskFigures] === value);
    const overdue = isOverdue(status, before.figures.nextDeadline, figures.today);
    if (isSame && before.figures.overdue === overdue) return before.figures;
  }
  const task = openTasks(risk)[0];
  const nextDeadline = task === undefined ? null : { on: task.due, task: task.task, owner: task.owner };
  const made: RiskFigures = {
    id,
    name: nameOf(risk),
    system: risk.system,
    systemName: around.systemName,
    category: risk.category,
    owner: risk.owner,
    ownerName: around.ownerName,
    inherent: score.inherent,
    residual: score.residual,
    target: score.target,
    targetBy: score.targetBy,
    source: score.source,
    cellProbability: score.cellProbability,
    expectedAnnualLoss: score.expectedAnnualLoss,
    rank: around.rank,
    line: around.line,
    status,
    overdue: isOverdue(status, nextDeadline, figures.today),
    assessed: risk.assessed ?? null,
    freshness: around.freshness,
    nextDeadline,
    version,
  };
  kept.set(score, { stored, figures: made });
  return made;
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

function lineShown(line: ScoreLine | null): RiskFigures["line"] {
  return line && { limit: line.id, scope: line.scope, appetite: line.appetite, tolerance: line.tolerance };
}

function isSameLine(shown: RiskFigures["line"], line: ScoreLine | null): boolean {
  if (shown === null || line === null) return shown === line;
  const { limit, scope, appetite, tolerance } = shown;
  return limit === line.id && scope === line.scope && appetite === line.appetite && tolerance === line.tolerance;
}

function isOverdue(status: RiskFigures["status"], deadline: RiskFigures["nextDeadline"], today: string): boolean {
  return status === "breach" && deadline !== null && deadline.on < today;
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
