import type { Overview, RiskFigures } from "../../contract/heat-map.ts";
import { annualLossOf } from "./annual-loss-of.ts";
import { exactMethod } from "./method.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { nameOf, openTasks, riskFigures } from "./risk-figures.ts";
import { groupBySystem, systemFreshness } from "./system-figures.ts";

/** The four numbers a board reads first, with their change since a day. `before` is null where nothing stood yet. */
export function overview(
  now: RegisterFigures,
  {
    before,
    since,
    history,
    computedAt,
    asOf,
  }: {
    before: RegisterFigures | null;
    since: string;
    history: Overview["history"];
    computedAt: Date;
    asOf: Date | null;
  },
): Overview {
  const risks = allRisks(now);
  const earlier = before === null ? null : allRisks(before);
  const overNow = over(risks);
  const overBefore = earlier === null ? null : over(earlier);
  return {
    method: exactMethod,
    revision: now.state.revision,
    asOf: asOf?.toISOString() ?? null,
    computedAt: computedAt.toISOString(),
    organization: now.organization,
    currency: now.currency,
    since,
    systems: now.state.systems.size,
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
    annualLoss: annualLossChange(now, before),
    deadlines: deadlines(now),
    coverage: coverage(now, risks),
    history,
  };
}

function allRisks(figures: RegisterFigures): RiskFigures[] {
  return [...figures.scores.keys()].map((id) => riskFigures(figures, id));
}

function over(risks: readonly RiskFigures[]): Set<string> {
  return new Set(risks.filter(({ status }) => status === "warning" || status === "breach").map(({ id }) => id));
}

function annualLossChange(now: RegisterFigures, before: RegisterFigures | null): Overview["annualLoss"] {
  const quantifiedRisks = [...now.scores.values()].filter((score) => score.source === "scenario").length;
  if (quantifiedRisks === 0) return null;
  const current = annualLossOf(now, "portfolio").residual;
  const earlier =
    before !== null && [...before.scores.values()].some((score) => score.source === "scenario")
      ? annualLossOf(before, "portfolio").residual
      : null;
  return {
    expected: current.expectedAnnualLoss,
    oneYearInTwenty: current.valueAtRisk["0.95"],
    expectedBefore: earlier?.expectedAnnualLoss ?? null,
    oneYearInTwentyBefore: earlier?.valueAtRisk["0.95"] ?? null,
    quantifiedRisks,
  };
}

function deadlines(figures: RegisterFigures): Overview["deadlines"] {
  const open = [...figures.state.risks.values()]
    .flatMap(({ record }) => openTasks(record).map((task) => ({ ...task, risk: record })))
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

function coverage(figures: RegisterFigures, risks: readonly RiskFigures[]): Overview["coverage"] {
  const stale: Overview["coverage"]["stale"] = [];
  const bySystem = groupBySystem(risks);
  let fresh = 0;
  for (const id of figures.state.systems.keys()) {
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
