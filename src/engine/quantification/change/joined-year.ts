import type { Distribution } from "../../stats/distribution.ts";
import type { YearMoments } from "../exact/annual-loss-figures.ts";
import { solveCauseYear, strikeTransform } from "../exact/cause-year.ts";
import { addCountTransform, type Spectrum } from "../exact/count-transform.ts";
import { directYear } from "../exact/direct-year.ts";
import { type EventLoss, eachEventTransform } from "../exact/event-loss.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { solveScenarioYear } from "../exact/scenario-year.ts";
import type { Resolution, SolvedYear } from "../exact/solve-year.ts";
import type { YearGrid } from "../exact/year-grid.ts";
import { yearSpectrum } from "../exact/year-spectrum.ts";
import type { CommonGrid } from "./common-grid.ts";

/** A year that joins others on their grid: its transform there, as many frequencies as asked, its offset taken off. */
export interface JoinedYear {
  readonly offset: number;
  transform(grid: YearGrid, resolution: Resolution, frequencies: number): Spectrum;
}

/** By how much splitting losses between two steps may move the quantile at 99 %, were it that of a normal sum. */
const MOVED = 3e-5;
const SCORE = 2.326;
/** Enough for one of many: what it is too coarse for shows in the error of the sum. */
const FOR_ONE_OF_MANY = { cells: 2048, mostCells: 2048, bracket: "none" } as const;

/**
 * A year ready to join others, with as little work as their sum allows. Where the common step is short enough for its
 * events it is read from their losses; else solved on a grid of its own, which is not refined.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * const grid = { step: 5, cells: 16, first: 0 };
 * joinedYear(lazyYear(scenarioYear(scenarioDistributions(scenario)), {}),
 *   { grid: { fine: grid, coarse: grid, reading: "steps" }, sum: { mean: 10, variance: 50 }, effort: "least" }).offset // => 0
 */
export function joinedYear(
  lazy: LazyYear,
  {
    grid: { fine, reading },
    sum,
    effort,
  }: {
    readonly grid: CommonGrid;
    readonly sum: Pick<YearMoments, "mean" | "variance">;
    /** Whether a year on a grid of its own is solved as for one of many, or as finely as by itself. */
    readonly effort: "least" | "full";
  },
): JoinedYear {
  const { year } = lazy;
  const spread = Math.sqrt(sum.variance);
  const most = (2 * MOVED * spread * (sum.mean + SCORE * spread)) / SCORE;
  if (directYear(year) || (reading === "smooth" && addedVariance(year, fine.step) <= most)) {
    return {
      offset: 0,
      transform: (grid, resolution, frequencies) => eventsTransform(year, { grid, resolution, frequencies }),
    };
  }
  const solved = effort === "full" ? lazy.solved() : solveYear(year);
  return {
    offset: solved.fine.offset,
    transform: (grid, resolution, frequencies) =>
      yearSpectrum({ ...solved, mean: year.mean }, { grid, rounding: "mean", resolution, frequencies }),
  };
}

function solveYear(year: LazyYear["year"]): SolvedYear {
  return year.kind === "own" ? solveScenarioYear(year, FOR_ONE_OF_MANY) : solveCauseYear(year, FOR_ONE_OF_MANY);
}

/** At most what splitting every loss between two steps adds: step × loss, or a quarter of the step squared. */
function addedVariance(year: LazyYear["year"], step: number): number {
  const events = year.kind === "own" ? [{ probability: 1, event: year }] : year.struck;
  if (year.kind === "own" && year.multiplier) return Infinity;
  const loss = sumOf(events.map(({ probability, event }) => probability * ofAddends(event, ({ mean }) => mean)));
  const splits = sumOf(events.map(({ probability, event }) => probability * ofAddends(event, () => 1)));
  return (year.mean / loss) * step * Math.min(loss, (splits * step) / 4);
}

/** Of the addends of one event's loss, those of the secondary one by its mean probability. */
function ofAddends({ primary, secondary }: EventLoss, of: (addend: Distribution) => number): number {
  if (!secondary) return sumOf(primary.map(of));
  const { values, weights } = secondary.probability;
  return sumOf(primary.map(of)) + sumOf(values.map((share, k) => share * weights[k]!)) * sumOf(secondary.loss.map(of));
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

function eventsTransform(
  year: LazyYear["year"],
  {
    grid,
    resolution,
    frequencies,
  }: { readonly grid: YearGrid; readonly resolution: Resolution; readonly frequencies: number },
): Spectrum {
  const into = { re: new Float64Array(frequencies), im: new Float64Array(frequencies) };
  const use = (loss: Spectrum, weight: number) => addCountTransform({ law: year.rate, loss, weight, into });
  if (year.kind === "own") eachEventTransform(year, { grid, rounding: "mean", frequencies, use });
  else use(strikeTransform(year, FOR_ONE_OF_MANY)(grid, "mean", resolution, frequencies), 1);
  return into;
}
