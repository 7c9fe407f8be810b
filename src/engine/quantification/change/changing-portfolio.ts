import type { AnnualLoss, FigureError } from "../annual-loss.ts";
import { annualLossFigures, type YearMoments } from "../exact/annual-loss-figures.ts";
import { solvedAnnualLoss } from "../exact/exact-annual-loss.ts";
import { preparedYears } from "../exact/independent-years.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { noAnnualLoss } from "../exact/no-annual-loss.ts";
import { type PreparedScenario, prepareScenario } from "../exact/prepared-scenario.ts";
import type { SolvedYear } from "../exact/solve-year.ts";
import { solvedAnnualSum } from "../exact/solved-annual-sum.ts";
import type { Scenario } from "../scenario.ts";
import { type CommonGrid, commonGrid, suitsGrid } from "./common-grid.ts";
import { HeldEstimates } from "./held-estimates.ts";
import { HeldProducts, type SpectrumPair } from "./held-products.ts";
import { joinedYear } from "./joined-year.ts";
import { summedMoments } from "./summed-moments.ts";
import { yearOffset } from "./year-transform.ts";

/** A portfolio of which a scenario, or a few at once, change. */
export interface ChangingPortfolio {
  /** The annual loss of the scenarios as they were given. */
  readonly annualLoss: AnnualLoss;
  /** The annual loss if these scenarios stood in the place of those of their ids; one of a new id joins the others. */
  with(...changed: readonly Scenario[]): AnnualLoss;
}

/**
 * A portfolio held so that the figures after a change of one scenario, or a few, cost little more than these: for a
 * slider that redraws the curve as it moves.
 *
 * The transforms of all years are held on a grid with half as much or as much again as the range of the given portfolio;
 * `with` multiplies the product of the others, kept as long as the same scenarios change, by the changed years, at the
 * frequencies that are left of it. Where the changed loss no longer fits (more than 1e-5 of the years beyond the range,
 * quantiles that twice the step moves by more than the exact engine allows, certain losses on other steps) it is solved
 * on a fresh grid. An answer depends on the given portfolio and the changed scenarios alone, not on what was asked
 * before. Mean, standard deviation and probability of loss have the bits of `exactAnnualLoss` of the changed list;
 * quantiles and shortfalls agree within the stated error, about 1e-4.
 *
 * Memory: at most 128 pairs of transforms, whatever the number of scenarios. Throws an EstimateError for an invalid
 * estimate, a RangeError for an id given twice. Source: docs/method/sensitivity.md.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * changingPortfolio([scenario]).with({ ...scenario, frequency: 1 }).expectedAnnualLoss // => 5
 */
export function changingPortfolio(scenarios: readonly Scenario[]): ChangingPortfolio {
  const prepared = new Map<string, PreparedScenario>();
  const estimates = new HeldEstimates();
  for (const scenario of scenarios) {
    if (prepared.has(scenario.id)) throw new RangeError(`scenario ${scenario.id} given twice; give each its own id`);
    prepared.set(scenario.id, prepareScenario(scenario, {}, estimates.read));
  }
  const years = preparedYears([...prepared.values()], {});
  const base = solvedAnnualSum(years, {});
  const annualLoss = base === null ? noAnnualLoss("estimate") : annualLossFigures(base.year, base.moments);
  const held = base === null ? null : holdYears(years.filter(losing), base.year, annualLoss);
  let others: { readonly left: ReadonlySet<LazyYear>; readonly product: SpectrumPair } | undefined;
  return {
    annualLoss,
    with(...scenarios) {
      const { left, joined } = changedYears(
        scenarios.map((scenario) => prepareScenario(scenario, {}, estimates.read)),
        { prepared, years },
      );
      const changed = [...years.filter((year) => !left.has(year)), ...joined];
      const losers = changed.filter(losing);
      if (held !== null && losers.length > 1 && suitsGrid(losers, held.grid)) {
        if (!others || !isSame(others.left, left)) others = { left, product: held.products.without(left) };
        const moments = summedMoments(losers);
        const staying = sumOf(losers.filter((year) => !joined.includes(year)).map(yearOffset));
        for (const effort of ["least", "full"] as const) {
          const joiners = joined
            .filter(losing)
            .map((year) => joinedYear(year, { grid: held.grid, sum: moments, effort }));
          const shift = staying + sumOf(joiners.map(({ offset }) => offset));
          const sum = held.products.sumWith(others.product, joiners);
          const figures = fittingFigures(sum, { moments, shift, reading: held.grid.reading });
          if (figures !== null) return figures;
        }
      }
      return solvedAnnualLoss(changed, {});
    },
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const losing = ({ year }: LazyYear) => year.mean > 0;
const isSame = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => a.size === b.size && [...a].every((one) => b.has(one));

/** The years that changed scenarios take out of the portfolio and those that they put in: their own, and their causes'. */
function changedYears(
  changed: readonly PreparedScenario[],
  { prepared, years }: { prepared: ReadonlyMap<string, PreparedScenario>; years: readonly LazyYear[] },
): { readonly left: ReadonlySet<LazyYear>; readonly joined: readonly LazyYear[] } {
  const ids = new Set(changed.map(({ id }) => id));
  const before = [...ids].flatMap((id) => prepared.get(id) ?? []);
  const causes = new Set([...before, ...changed].flatMap(({ strikes }) => strikes.map(({ cause }) => cause)));
  const own = new Set([...before, ...changed].map((scenario) => scenario.own));
  const concerned = (lazy: LazyYear) => own.has(lazy) || (lazy.year.kind === "cause" && causes.has(lazy.year.id));
  const struck = [...prepared.values()].filter(
    ({ id, strikes }) => !ids.has(id) && strikes.some(({ cause }) => causes.has(cause)),
  );
  return {
    left: new Set(years.filter(concerned)),
    joined: preparedYears([...struck, ...changed], {}).filter(concerned),
  };
}

/** Room above the given portfolio: half as much again by a longer step, where that stays exact enough. */
const LONGER = 1.5;

function holdYears(
  years: readonly LazyYear[],
  base: SolvedYear,
  figures: AnnualLoss,
): { readonly grid: CommonGrid; readonly products: HeldProducts } | null {
  const longer = base.reading === "smooth" ? commonGrid(base, years, { cells: 1, step: LONGER }) : null;
  const grid =
    longer && isClose(figures, 1.5 * LONGER ** 2) && suitsGrid(years, longer)
      ? longer
      : commonGrid(base, years, { cells: 2, step: 1 });
  return grid && { grid, products: new HeldProducts(years, grid) };
}

/** Share of the years that may lie beyond the range, and by how much twice the step may move a quantile and a shortfall. */
const TAIL = 1e-5;
const CLOSE = { "0.5": 3e-4, "0.9": 3e-4, "0.95": 1e-4, "0.99": 1e-4 } as const;
const CLOSE_SHORTFALL = 3e-4;

/** The figures of a sum, or null where the grid is too short or too coarse for it. */
function fittingFigures(
  { fine, coarse }: Pick<SolvedYear, "fine" | "coarse">,
  {
    moments,
    shift,
    reading,
  }: { readonly moments: YearMoments; readonly shift: number; readonly reading: SolvedYear["reading"] },
): AnnualLoss | null {
  const inside = fine.masses.reduce((sum, mass) => sum + mass, 0);
  if (1 - inside > TAIL * Math.min(1, 1000 * (1 - moments.none))) return null;
  const year: SolvedYear = {
    fine: { ...fine, offset: shift },
    coarse: { ...coarse, offset: shift },
    reading,
    bracket: undefined,
  };
  const figures = annualLossFigures(year, moments);
  return reading === "steps" || isClose(figures, 1) ? figures : null;
}

function isClose({ valueAtRisk, expectedShortfall, error }: AnnualLoss, times: number): boolean {
  const change = (figure: number, stated: FigureError) => times * ("high" in stated ? stated.high - figure : 0);
  const isCloseAt = (level: keyof typeof CLOSE) =>
    change(valueAtRisk[level], error.valueAtRisk[level]) <=
    CLOSE[level] * Math.max(valueAtRisk[level], 0.05 * valueAtRisk["0.99"]);
  return (
    (["0.5", "0.9", "0.95", "0.99"] as const).every(isCloseAt) &&
    change(expectedShortfall["0.99"], error.expectedShortfall["0.99"]) <= CLOSE_SHORTFALL * expectedShortfall["0.99"]
  );
}
