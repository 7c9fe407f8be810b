import type { HeatMap, Measure } from "../../contract/heat-map.ts";
import { type LimitStatus, limitStatuses, type System } from "../../contract/record.ts";
import type { State } from "../../contract/score-report.ts";
import { likelihoodImpactMap } from "../../engine/scoring/likelihood-impact-map.ts";
import { scoringMethod } from "../../engine/scoring/scoring-method.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import { quantifiedLimits } from "./quantification-of.ts";
import { rankedRisks } from "./ranked-risks.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { withRank } from "./risk-figures.ts";
import { everyStanding, type RiskStanding } from "./risk-standing.ts";
import { systemCells } from "./system-cells.ts";
import { statusOrder, systemsInUse } from "./system-figures.ts";

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
const worstStatusFirst = limitStatuses.toSorted((a, b) => statusOrder[b] - statusOrder[a]);
const filters = ["system", "category", "owner", "businessUnit", "status", "dependency"] as const;
const mostKeptPerRegister = 30;
const kept = new WeakMap<RegisterFigures, Map<string, Promise<HeatMap>>>();

/**
 * Both maps of the portfolio, or of the part a query asks for, from one computation of its figures.
 * The same question to the same register is answered once; `computedAt` says when that was.
 */
export function heatMap(
  figures: RegisterFigures,
  query: HeatMapQuery,
  context: FigureTime & { readonly losses: AnnualLosses },
): Promise<HeatMap> {
  const answers = kept.get(figures) ?? new Map<string, Promise<HeatMap>>();
  kept.set(figures, answers);
  const key = JSON.stringify([query, context.asOf]);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = computeHeatMap(figures, query, context);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  if (answers.size > mostKeptPerRegister) answers.delete(answers.keys().next().value!);
  return answer;
}

async function computeHeatMap(
  figures: RegisterFigures,
  query: HeatMapQuery,
  { losses, ...time }: FigureTime & { readonly losses: AnnualLosses },
): Promise<HeatMap> {
  const { by, measure } = query;
  const all = everyStanding(figures);
  const isPart = filters.some((filter) => query[filter] !== undefined);
  const shown = isPart ? all.filter((risk) => isAskedFor(figures, query, risk)) : all;
  const byId = new Map(shown.map((risk) => [risk.id, risk]));
  const everyRank = rankedRisks(figures, by);
  const ranked = isPart ? everyRank.filter(({ risk }) => byId.has(risk.id)) : everyRank;
  const systems = systemsInUse(figures).filter((system) => isSystemAskedFor(query, system));
  const drawn = systemCells(figures, { systems, ranked, standings: byId, by });
  const exceedances = measure === "exceedanceProbability" ? await cellExceedances(figures, losses) : new Map();
  return {
    ...figureStamp(scoringMethod, figures, time),
    by,
    measure,
    currency: figures.currency,
    scale: {
      likelihood: [...figures.scale.likelihood],
      impact: [...figures.scale.impact],
      score: figures.scale.score,
      bandNames: [...figures.scale.bandNames],
      bands: figures.scale.bands.map((row) => [...row]),
    },
    line: lineDrawn(figures, query),
    categories: [...figures.categories],
    systems: drawn.systems,
    likelihoodImpact: likelihoodImpactMap(figures.scale, ranked, by).map((cell) => ({
      ...cell,
      risks: cell.risks as string[],
      counts: countByStatus(cell.risks.map((id) => byId.get(id)!)),
    })),
    systemCategory:
      exceedances.size === 0
        ? drawn.systemCategory
        : drawn.systemCategory.map((cell) => ({
            ...cell,
            exceedanceProbability: exceedances.get(`${cell.system} ${cell.category}`) ?? null,
          })),
    marks: worstMarks(shown).map((standing) => withRank(figures, standing)),
    total: shown.length,
    unrated: shown.filter((risk) => risk[by] === null).map(({ id, name, system }) => ({ id, name, system })),
  };
}

/** The line of the narrowest scope that covers all that is shown. */
function lineDrawn(figures: RegisterFigures, { system = "", category = "" }: HeatMapQuery): HeatMap["line"] {
  const line = figures.lineOf({ id: "", system, category });
  if (line === null) return null;
  const limit = figures.state.limits.get(line.id)?.record;
  return {
    limit: line.id,
    appetite: line.appetite,
    tolerance: line.tolerance,
    approvedBy: limit?.approvedBy ?? null,
    approvedOn: limit?.approvedOn ?? null,
  };
}

function isSystemAskedFor(query: HeatMapQuery, { id, businessUnit, dependsOn = [] }: System): boolean {
  return (
    (query.system === undefined || id === query.system) &&
    (query.businessUnit === undefined || businessUnit === query.businessUnit) &&
    (query.dependency === undefined || dependsOn.includes(query.dependency))
  );
}

function isAskedFor(figures: RegisterFigures, query: HeatMapQuery, risk: RiskStanding): boolean {
  return (
    (query.category === undefined || risk.category === query.category) &&
    (query.owner === undefined || risk.owner === query.owner) &&
    (query.status === undefined || risk.status === query.status) &&
    isSystemAskedFor(query, figures.state.systems.get(risk.system)!.record)
  );
}

function countByStatus(risks: readonly RiskStanding[]): Record<string, number> {
  const counts: Record<string, number> = { ok: 0, warning: 0, breach: 0, unknown: 0, stale: 0 };
  for (const risk of risks) {
    counts[risk.status]! += 1;
    if (risk.freshness === "stale") counts.stale! += 1;
  }
  return counts;
}

/** Only as many statuses are sorted as are needed, the worst first: of thousands of risks most are never marks. */
function worstMarks(risks: readonly RiskStanding[]): RiskStanding[] {
  const candidates: RiskStanding[] = [];
  for (const status of worstStatusFirst) {
    if (candidates.length >= mostMarks) break;
    candidates.push(...risks.filter((risk) => risk.status === status));
  }
  return candidates.sort(worstMarkFirst).slice(0, mostMarks);
}

function worstMarkFirst(a: RiskStanding, b: RiskStanding): number {
  return (
    statusOrder[b.status] - statusOrder[a.status] ||
    (b.residual?.score ?? -1) - (a.residual?.score ?? -1) ||
    (b.expectedAnnualLoss.residual ?? -1) - (a.expectedAnnualLoss.residual ?? -1) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** For each quantified cell with a line of its own, the probability that its annual loss exceeds that line's amount. */
async function cellExceedances(figures: RegisterFigures, losses: AnnualLosses): Promise<ReadonlyMap<string, number>> {
  const limits = await quantifiedLimits(
    figures,
    losses,
    ({ scope }) => scope !== "portfolio" && "system" in scope && scope.category !== undefined,
  );
  // Of several lines of one cell the first is shown.
  return new Map(
    limits.toReversed().flatMap(({ scope, probability }) => {
      if (probability === null || scope === "portfolio" || !("system" in scope)) return [];
      return [[`${scope.system} ${scope.category}`, probability] as const];
    }),
  );
}
