import type { HeatMap, Measure, RiskFigures } from "../../contract/heat-map.ts";
import type { LimitStatus } from "../../contract/record.ts";
import type { State } from "../../contract/score-report.ts";
import { likelihoodImpactMap } from "../../engine/scoring/likelihood-impact-map.ts";
import { rankRisks } from "../../engine/scoring/rank-risks.ts";
import { systemCategoryMap } from "../../engine/scoring/system-category-map.ts";
import { annualLossOf } from "./annual-loss-of.ts";
import { scoringMethod } from "./method.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { riskFigures } from "./risk-figures.ts";
import { groupBySystem, statusOrder, systemRow, worstStatus } from "./system-figures.ts";

export interface HeatMapQuery {
  readonly by: State;
  readonly measure: Measure;
  readonly system?: string | undefined;
  readonly category?: string | undefined;
  readonly owner?: string | undefined;
  readonly businessUnit?: string | undefined;
  readonly status?: LimitStatus | undefined;
  readonly dependency?: string | undefined;
}

const mostMarks = 500;

/** Both maps of the portfolio, or of the part a query asks for, from one computation of its figures. */
export function heatMap(
  figures: RegisterFigures,
  query: HeatMapQuery,
  { computedAt, asOf }: { computedAt: Date; asOf: Date | null },
): HeatMap {
  const shown = [...figures.scores.keys()]
    .map((id) => riskFigures(figures, id))
    .filter((risk) => isAskedFor(figures, query, risk));
  const byId = new Map(shown.map((risk) => [risk.id, risk]));
  const scores = shown.map((risk) => figures.scores.get(risk.id)!);
  const ranks = rankRisks(scores, query.by);
  const ranked = scores.map((risk, i) => ({ risk, rank: ranks[i]! }));
  const systems = [...figures.state.systems.values()].filter(
    ({ record }) =>
      (query.system === undefined || record.id === query.system) &&
      (query.businessUnit === undefined || record.businessUnit === query.businessUnit) &&
      (query.dependency === undefined || (record.dependsOn ?? []).includes(query.dependency)),
  );
  const bySystem = groupBySystem(shown);
  const cells = systemCategoryMap(figures.scale, {
    risks: ranked,
    systems: systems.map(({ record }) => record.id),
    categories: figures.categories.map(({ id }) => id),
    lines: figures.lines,
    by: query.by,
  });
  const line = figures.lines.find((candidate) => candidate.scope === "portfolio") ?? null;
  const limit = line === null ? undefined : figures.state.limits.get(line.id)?.record;
  return {
    method: scoringMethod,
    revision: figures.state.revision,
    asOf: asOf?.toISOString() ?? null,
    computedAt: computedAt.toISOString(),
    by: query.by,
    measure: query.measure,
    currency: figures.currency,
    scale: {
      likelihood: [...figures.scale.likelihood],
      impact: [...figures.scale.impact],
      score: figures.scale.score,
      bandNames: [...figures.scale.bandNames],
      bands: figures.scale.bands.map((row) => [...row]),
    },
    line:
      line === null
        ? null
        : {
            limit: line.id,
            appetite: line.appetite,
            tolerance: line.tolerance,
            approvedBy: limit?.approvedBy ?? null,
            approvedOn: limit?.approvedOn ?? null,
          },
    categories: [...figures.categories],
    systems: systems.map(({ record }) => systemRow(figures, record.id, bySystem.get(record.id) ?? [])),
    likelihoodImpact: likelihoodImpactMap(figures.scale, ranked, query.by).map((cell) => ({
      ...cell,
      risks: [...cell.risks],
      counts: countByStatus(cell.risks.map((id) => byId.get(id)!)),
    })),
    systemCategory: cells.map((cell) => {
      const risks = cell.risks.map((id) => byId.get(id)!);
      return {
        ...cell,
        counts: { ...cell.counts },
        risks: [...cell.risks],
        status: worstStatus(risks),
        stale: risks.filter((risk) => risk.freshness === "stale").length,
        exceedanceProbability:
          query.measure === "exceedanceProbability" ? cellExceedance(figures, cell.system, cell.category) : null,
      };
    }),
    marks: shown.toSorted(worstMarkFirst).slice(0, mostMarks),
    total: shown.length,
    unrated: shown.filter((risk) => risk.source === "unrated").map(({ id, name, system }) => ({ id, name, system })),
  };
}

function isAskedFor(figures: RegisterFigures, query: HeatMapQuery, risk: RiskFigures): boolean {
  const system = figures.state.systems.get(risk.system)?.record;
  return (
    (query.system === undefined || risk.system === query.system) &&
    (query.category === undefined || risk.category === query.category) &&
    (query.owner === undefined || risk.owner === query.owner) &&
    (query.status === undefined || risk.status === query.status) &&
    (query.businessUnit === undefined || system?.businessUnit === query.businessUnit) &&
    (query.dependency === undefined || (system?.dependsOn ?? []).includes(query.dependency))
  );
}

function countByStatus(risks: readonly RiskFigures[]): Record<string, number> {
  const counts: Record<string, number> = { ok: 0, warning: 0, breach: 0, unknown: 0, stale: 0 };
  for (const risk of risks) {
    counts[risk.status]! += 1;
    if (risk.freshness === "stale") counts.stale! += 1;
  }
  return counts;
}

function worstMarkFirst(a: RiskFigures, b: RiskFigures): number {
  return (
    statusOrder[b.status] - statusOrder[a.status] ||
    (b.residual?.score ?? -1) - (a.residual?.score ?? -1) ||
    (b.expectedAnnualLoss.residual ?? -1) - (a.expectedAnnualLoss.residual ?? -1) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Probability that a cell's annual loss exceeds the amount of its own line; null where none is drawn for the cell. */
function cellExceedance(figures: RegisterFigures, system: string, category: string): number | null {
  const limit = figures.lossLimits.find(
    ({ scope }) => scope !== "portfolio" && "system" in scope && scope.system === system && scope.category === category,
  );
  return limit === undefined ? null : annualLossOf(figures, limit.scope).exceedanceAt(limit.exceeds);
}
