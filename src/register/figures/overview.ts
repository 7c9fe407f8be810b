import type { Overview } from "../../contract/heat-map.ts";
import type { JudgedLimit } from "../../contract/judged-limit.ts";
import { exactMethod } from "../../engine/quantification/exact/exact-method.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import { disparityLimits } from "./disparity-limits.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { everyStanding, nameOf, openTasks, type RiskStanding } from "./risk-standing.ts";
import { groupBySystem, systemFreshness, systemsInUse } from "./system-figures.ts";

/** The four numbers a board reads first, with their change since a day. `before` is null where nothing stood yet. */
export async function overview(
  now: RegisterFigures,
  {
    before,
    since,
    history,
    computedAt,
    asOf,
    losses,
  }: FigureTime & {
    readonly before: RegisterFigures | null;
    readonly since: string;
    readonly history: Overview["history"];
    readonly losses: AnnualLosses;
  },
): Promise<Overview> {
  const risks = everyStanding(now);
  const earlier = before === null ? null : everyStanding(before);
  const overNow = over(risks);
  const overBefore = earlier === null ? null : over(earlier);
  return {
    ...figureStamp(exactMethod, now, { computedAt, asOf }),
    organization: now.organization,
    currency: now.currency,
    since,
    systems: systemsInUse(now).length,
    risks: risks.length,
    rated: risks.filter((risk) => risk.residual !== null).length,
    overAppetite: {
      now: overNow.size,
      before: overBefore?.size ?? null,
      wentOver: overBefore === null ? 0 : [...overNow].filter((id) => !overBefore.has(id)).length,
      cameBack: overBefore === null ? 0 : [...overBefore].filter((id) => !overNow.has(id)).length,
    },
    overTolerance: {
      now: risks.filter((risk) => risk.status === "breach").length,
      before: earlier?.filter((risk) => risk.status === "breach").length ?? null,
    },
    disparityLimits: countStatuses(disparityLimits(now)),
    annualLoss: await annualLossChange(losses, now, before),
    deadlines: deadlines(now),
    coverage: coverage(now, risks),
    history,
  };
}

function countStatuses(limits: readonly JudgedLimit[]): Overview["disparityLimits"] {
  const counts = { ok: 0, warning: 0, breach: 0, unknown: 0 };
  for (const { status } of limits) counts[status] += 1;
  return counts;
}

function over(risks: readonly RiskStanding[]): Set<string> {
  return new Set(risks.filter(({ status }) => status === "warning" || status === "breach").map(({ id }) => id));
}

async function annualLossChange(
  losses: AnnualLosses,
  now: RegisterFigures,
  before: RegisterFigures | null,
): Promise<Overview["annualLoss"]> {
  const quantifiedRisks = countQuantified(now);
  if (quantifiedRisks === 0) return null;
  const [current, earlier] = await Promise.all([
    losses.of(now, "portfolio", "residual"),
    before === null || countQuantified(before) === 0 ? null : losses.of(before, "portfolio", "residual"),
  ]);
  return {
    expected: current.expectedAnnualLoss,
    oneYearInTwenty: current.valueAtRisk["0.95"],
    expectedBefore: earlier?.expectedAnnualLoss ?? null,
    oneYearInTwentyBefore: earlier?.valueAtRisk["0.95"] ?? null,
    quantifiedRisks,
  };
}

function countQuantified(figures: RegisterFigures): number {
  return [...figures.scores.values()].filter(({ source }) => source === "scenario").length;
}

function deadlines(figures: RegisterFigures): Overview["deadlines"] {
  const open = [...figures.scores.keys()]
    .map((id) => figures.state.risks.get(id)!.record)
    .flatMap((risk) => openTasks(risk).map((task) => ({ ...task, risk })))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const next = open.find(({ due }) => due >= figures.today);
  return {
    overdue: open.filter(({ due }) => due < figures.today).length,
    next:
      next === undefined
        ? null
        : {
            on: next.due,
            task: next.task,
            risk: next.risk.id,
            riskName: nameOf(next.risk),
            owner: next.owner,
            ownerName: figures.personName(next.owner),
          },
  };
}

function coverage(figures: RegisterFigures, risks: readonly RiskStanding[]): Overview["coverage"] {
  const stale: Overview["coverage"]["stale"] = [];
  const bySystem = groupBySystem(risks);
  let fresh = 0;
  for (const { id } of systemsInUse(figures)) {
    const own = bySystem.get(id) ?? [];
    if (systemFreshness(own) === "fresh") fresh += 1;
    else {
      const oldest = own
        .flatMap((risk) => (risk.freshness === "stale" && risk.assessed !== null ? risk.assessed : []))
        .toSorted()[0];
      stale.push({ id, name: figures.systemName(id), since: oldest ?? null });
    }
  }
  return { fresh, stale };
}
