import type { RiskFigures } from "../../contract/heat-map.ts";
import { defaultReviewEveryDays } from "../../contract/portfolio.ts";
import type { Risk } from "../../contract/record.ts";
import { limitStatus } from "../../engine/scoring/limit-status.ts";
import type { RiskScore } from "../../engine/scoring/risk-score.ts";
import { daysBetween } from "../calendar.ts";
import type { RegisterState, StoredRecord } from "../read-register.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** Every figure of a risk but its rank, which moves with every other risk. */
export type RiskStanding = Omit<RiskFigures, "rank">;

interface KeptStanding {
  readonly stored: StoredRecord<Risk>;
  /** What the figures rest on besides the risk and its controls. */
  readonly around: Pick<RegisterFigures, "lineOf" | "today"> & Pick<RegisterState, "people" | "systems">;
  readonly standing: RiskStanding;
}

/** By the score they rest on, which lives as long as neither the risk nor its controls change. */
const kept = new WeakMap<RiskScore, KeptStanding>();

/** Where a risk stands: its scores against its line, its freshness and its next deadline. */
export function riskStanding(register: RegisterFigures, id: string): RiskStanding {
  const stored = register.state.risks.get(id)!;
  const score = register.scores.get(id)!;
  const before = kept.get(score);
  if (before !== undefined && before.stored === stored && isAroundSame(before.around, register)) return before.standing;
  const standing = computeStanding(register, stored, score);
  const { people, systems } = register.state;
  kept.set(score, { stored, around: { lineOf: register.lineOf, today: register.today, people, systems }, standing });
  return standing;
}

/** Every risk's standing, in the order of the register. */
export function everyStanding(register: RegisterFigures): RiskStanding[] {
  return [...register.scores.keys()].map((id) => riskStanding(register, id));
}

function isAroundSame(around: KeptStanding["around"], { state, lineOf, today }: RegisterFigures): boolean {
  return (
    around.lineOf === lineOf &&
    around.today === today &&
    around.people === state.people &&
    around.systems === state.systems
  );
}

function computeStanding(
  register: RegisterFigures,
  { record: risk, version }: StoredRecord<Risk>,
  score: RiskScore,
): RiskStanding {
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
    line: line && { limit: line.id, scope: line.scope, appetite: line.appetite, tolerance: line.tolerance },
    status,
    overdue: status === "breach" && task !== undefined && task.due < register.today,
    assessed: risk.assessed ?? null,
    freshness: freshness(risk, register.today),
    nextDeadline: task === undefined ? null : { on: task.due, task: task.task, owner: task.owner },
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
function freshness(risk: Risk, today: string): "fresh" | "stale" | "never-assessed" {
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
