import type { RiskFigures } from "../../contract/heat-map.ts";
import { defaultReviewEveryDays } from "../../contract/portfolio.ts";
import type { Risk } from "../../contract/record.ts";
import { limitStatus } from "../../engine/scoring/limit-status.ts";
import { daysBetween } from "./calendar.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** One risk with every figure a map, a table or a drawer shows of it. */
export function riskFigures(figures: RegisterFigures, id: string): RiskFigures {
  const { record: risk, version } = figures.state.risks.get(id)!;
  const score = figures.scores.get(id)!;
  const line = figures.lineOf(score);
  const status = line === null ? "unknown" : limitStatus(score.residual?.score ?? null, line);
  const nextDeadline = openTasks(risk)[0] ?? null;
  return {
    id,
    name: nameOf(risk),
    system: risk.system,
    systemName: figures.systemName(risk.system),
    category: risk.category,
    owner: risk.owner,
    ownerName: figures.personName(risk.owner),
    inherent: score.inherent,
    residual: score.residual,
    target: score.target,
    targetBy: score.targetBy,
    source: score.source,
    cellProbability: score.cellProbability,
    expectedAnnualLoss: score.expectedAnnualLoss,
    rank: figures.residualRank.get(id) ?? null,
    line:
      line === null ? null : { limit: line.id, scope: line.scope, appetite: line.appetite, tolerance: line.tolerance },
    status,
    overdue: status === "breach" && nextDeadline !== null && nextDeadline.due < figures.today,
    assessed: risk.assessed ?? null,
    freshness: freshness(risk, figures.today),
    nextDeadline:
      nextDeadline === null ? null : { on: nextDeadline.due, task: nextDeadline.task, owner: nextDeadline.owner },
    version,
  };
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
