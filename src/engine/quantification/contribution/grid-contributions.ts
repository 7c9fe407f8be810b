import { yearOffset, yearTransform } from "../change/year-transform.ts";
import { addLossMasses } from "../exact/add-loss-masses.ts";
import type { Spectrum } from "../exact/count-transform.ts";
import { type DirectYear, directYear } from "../exact/direct-year.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";
import { preparedYears } from "../exact/independent-years.ts";
import { laidYear } from "../exact/laid-year.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { curveQuantile, curveShortfall, lossCurve } from "../exact/loss-curve.ts";
import { type PreparedScenario, prepareScenario } from "../exact/prepared-scenario.ts";
import type { SolvedYear } from "../exact/solve-year.ts";
import { solvedAnnualSum } from "../exact/solved-annual-sum.ts";
import { lossFreeSpectrum, massesOf, type YearGrid } from "../exact/year-grid.ts";
import type { Scenario } from "../scenario.ts";
import type { SimulationWatch } from "../simulation/simulation-options.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { type BelowLine, belowLine, measureBelow } from "./below-line.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { struckBelow } from "./struck-below.ts";

/** Contributions as the grid gives them, before its rounding is shared out; of each scenario in the order given. */
export interface GridContributions {
  readonly valueAtRisk: number;
  readonly expectedShortfall: number;
  readonly means: readonly number[];
  readonly parts: readonly number[];
}

/**
 * The contributions to the expected shortfall as the grid gives them: (E Sᵢ − E[Sᵢ; S below the line])/(1 − level),
 * so that what lies beyond the grid stays in the tail.
 *
 * @example
 * gridContributions([], { level: 0.95 }).parts // => []
 */
export function gridContributions(
  scenarios: readonly Scenario[],
  { level }: { readonly level: number },
  watch: SimulationWatch = {},
): GridContributions {
  if (!(level > 0 && level < 1)) throw new RangeError(`level outside 0 to 1: ${level}; give one such as 0.95`);
  const prepared = scenarios.map((scenario) => prepareScenario(scenario, {}));
  const means = prepared.map(meanOf);
  const years = preparedYears(prepared, {});
  const sum = solvedAnnualSum(years, {});
  if (sum === null) return { valueAtRisk: 0, expectedShortfall: 0, means, parts: means };
  const curve = lossCurve(sum.year.fine, { none: sum.moments.none, reading: sum.year.reading });
  const below = lossesBelow(
    years.filter(({ year }) => year.mean > 0),
    { sum: sum.year, level, watch },
  );
  return {
    valueAtRisk: curveQuantile(curve, level),
    expectedShortfall: curveShortfall(curve, sum.moments.mean, level),
    means,
    parts: prepared.map(({ id }, k) => Math.max(0, means[k]! - (below.get(id) ?? 0)) / (1 - level)),
  };
}

const meanOf = ({ own, strikes }: PreparedScenario): number =>
  strikes.reduce((sum, { rate, struck }) => sum + rate.mean * struck.probability * struck.mean, own.year.mean);

/** E[Sᵢ; S below the line] by scenario. */
function lossesBelow(
  years: readonly LazyYear[],
  {
    sum: { fine },
    level,
    watch,
  }: { readonly sum: SolvedYear; readonly level: number; readonly watch: SimulationWatch },
): Map<string, number> {
  const { step, masses } = fine;
  const shift = years.reduce((total, year) => total + yearOffset(year), 0);
  const grid: YearGrid = { step, cells: masses.length, first: Math.max(0, Math.round((fine.offset - shift) / step)) };
  const line = belowLine(fine, level);
  const below = new Map<string, number>();
  const add = (id: string, loss: number) => void below.set(id, (below.get(id) ?? 0) + loss);
  let done = 0;
  const finishYear = () => {
    watch.onProgress?.(++done, years.length);
    if (watch.isStopped?.()) throw new SimulationStopped();
  };
  const rest = lossFreeSpectrum(grid);
  const ofSum = measureBelow(masses, line, "from-zero");
  const solved: LazyYear[] = [];
  for (const lazy of years) {
    const direct = directYear(lazy.year);
    if (!direct) {
      solved.push(lazy);
      continue;
    }
    add(lazy.year.kind === "own" ? lazy.year.id : lazy.year.struck[0]!.id, directBelow(direct, ofSum, grid));
    multiplySpectrum(rest, yearTransform(lazy, grid, "fine"));
    finishYear();
  }
  const transform = (lazy: LazyYear) => yearTransform(lazy, grid, "fine");
  for (const { item: lazy, others } of leaveOneOut(solved, { transform, rest })) {
    for (const { id, loss } of yearBelow(lazy, { others, line, grid })) add(id, loss);
    finishYear();
  }
  return below;
}

/** E[loss that one year brings each scenario; S below the line]. */
function yearBelow(
  lazy: LazyYear,
  { others, line, grid }: { readonly others: Spectrum; readonly line: BelowLine; readonly grid: YearGrid },
): readonly { readonly id: string; readonly loss: number }[] {
  const { year } = lazy;
  if (year.kind === "cause" && year.struck.length > 1 && yearOffset(lazy) === 0) {
    return struckBelow(year, { others, line, grid });
  }
  const loss = solvedBelow(lazy, { masses: massesOf(others, grid).masses, line, grid });
  if (year.kind === "own") return [{ id: year.id, loss }];
  // Hundreds of strikes a year: a cause whose year lies in a window is shared by what each is expected to lose.
  return year.struck.map(({ id, probability, mean }) => ({ id, loss: (loss * probability * mean) / year.strike.mean }));
}

/** λ·E[X; S + X below the line]: taking one event out of a compound Poisson year leaves the year as it was. */
function directBelow({ rate, loss }: DirectYear, ofSum: (cells: number) => number, grid: YearGrid): number {
  const masses = new Float64Array(grid.cells);
  addLossMasses(loss, { masses, weight: rate, grid: { step: grid.step, rounding: "mean", beyond: "dropped" } });
  let total = 0;
  for (let cell = 1; cell < masses.length; cell++) total += cell * masses[cell]! * ofSum(cell);
  return total * grid.step;
}

function solvedBelow(
  lazy: LazyYear,
  { masses, line, grid }: { masses: Float64Array; line: BelowLine; grid: YearGrid },
): number {
  const solved = lazy.solved();
  const { offset, step } = solved.fine;
  // Where the sum counts losses modulo a window the year itself may reach farther than that is wide.
  const reach = Math.ceil((solved.fine.masses.length * step) / grid.step) + 2;
  const cells = grid.first > 0 ? Math.max(grid.cells, reach) : grid.cells;
  const at = { grid: { step: grid.step, cells, first: 0 }, rounding: "mean" } as const;
  const laid = laidYear({ ...solved, mean: lazy.year.mean }, solved.fine, at);
  const ofOthers = measureBelow(masses, line, grid.first > 0 ? "window" : "from-zero");
  let total = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (laid[cell]! > 0) total += (offset + cell * grid.step) * laid[cell]! * ofOthers(cell);
  }
  return total;
}
