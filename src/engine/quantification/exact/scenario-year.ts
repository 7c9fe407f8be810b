import { discretize } from "../../stats/discretize.ts";
import type { Distribution, DistributionForm, WeightedValues } from "../../stats/distribution.ts";
import { gaussRule } from "../../stats/gauss-rule.ts";
import { EstimateError } from "../estimate/estimate-error.ts";
import type { ScenarioDistributions } from "../scenario-distributions.ts";
import { annualMoments } from "./annual-moments.ts";
import { addCountTransform } from "./count-transform.ts";
import { type EventLoss, eachEventTransform, eventLoss, meanNode, nothingLost } from "./event-loss.ts";
import { multiplyYear } from "./multiply-year.ts";
import { probabilityOfNone, type RateLaw, rateLaw } from "./rate-law.ts";
import { eventGrid, eventSpread } from "./solve-event.ts";
import { type SolvedYear, type SolveOptions, solveYear, type YearProblem } from "./solve-year.ts";
import { emptySpectrum } from "./year-grid.ts";

/** What is computed of a scenario's own events before any grid: their laws and the moments of a year's loss. */
export interface ScenarioYear extends EventLoss {
  readonly kind: "own";
  readonly id: string;
  readonly rate: RateLaw;
  readonly mean: number;
  readonly variance: number;
  /** P(S = 0). */
  readonly none: number;
}

/**
 * Prepares a scenario's own events for the exact engine; those of common causes are years of their own.
 *
 * Throws an EstimateError where mean or variance of the year's loss is no finite number.
 *
 * @example
 * scenarioYear(scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] })).mean
 * // => 10
 */
export function scenarioYear(scenario: ScenarioDistributions): ScenarioYear {
  const { id, rateFactors, count } = scenario;
  const { mean, variance } = annualMoments(scenario);
  checkFinite(id, { mean, variance });
  const rate = rateLaw(rateFactors, count);
  const event = eventLoss(scenario, (probability) => probabilityRule(probability, { rate, scenario }));
  return { kind: "own", id, rate, ...event, mean, variance, none: noLoss(rate, event) };
}

/**
 * Refuses a year's loss without a finite mean or variance, as an EstimateError.
 *
 * @example
 * checkFinite("a", { mean: 1, variance: 2 }) // => undefined
 */
export function checkFinite(
  id: string,
  { mean, variance }: { readonly mean: number; readonly variance: number },
): void {
  if (Number.isFinite(mean) && Number.isFinite(variance)) return;
  const remedy = "give narrower ranges, or caps: its mean or variance is not a number";
  throw new EstimateError(`${id}: annual loss`, "infinite", remedy);
}

/**
 * Gauss nodes closer than the spread that chance gives to the share of events, and a smooth rate to the year; one event
 * tells only the mean.
 */
function probabilityRule(
  probability: Distribution,
  { rate, scenario }: { readonly rate: RateLaw; readonly scenario: ScenarioDistributions },
): WeightedValues {
  if (rate.kind === "at-most-one") return meanNode(probability);
  const events = manyEvents(rate);
  const range = Math.min(probability.support[1] - probability.support[0], 6 * Math.sqrt(probability.variance));
  const chance = Math.max(1 / (2 * Math.sqrt(events)), 1 / events);
  const count = Math.min(160, 6 + Math.ceil(range / Math.hypot(chance, smoothedShare(probability, scenario))));
  return gaussRule(discretize(probability, Math.max(32, count)), count);
}

/**
 * The spread of a smooth factor of the rate as a difference of the secondary probability that moves the loss as much;
 * 0 without such a factor.
 */
function smoothedShare(
  { mean, variance }: Distribution,
  { rateFactors, primary, secondary }: ScenarioDistributions,
): number {
  const spread = Math.max(0, ...rateFactors.map(({ form }) => (form ? logarithmicSpread(form) : 0)));
  const meanOf = (addends: readonly Distribution[]) => addends.reduce((sum, addend) => sum + addend.mean, 0);
  const low = Math.max(0, mean - 3 * Math.sqrt(variance));
  return spread * (low + meanOf(primary) / meanOf(secondary?.loss ?? []));
}

const logarithmicSpread = (form: DistributionForm) =>
  form.family === "lognormal" ? form.sigma : 1 / Math.sqrt(form.shape);

/** More events than most years bring: three standard deviations above the mean rate. */
function manyEvents(rate: RateLaw): number {
  switch (rate.kind) {
    case "at-most-one":
      return 1;
    case "zero-inflated":
      return manyEvents(rate.otherwise);
    case "fixed":
      return rate.rate;
    case "gamma":
      return (rate.shape + 3 * Math.sqrt(rate.shape)) / rate.rate;
    case "mixed": {
      const mean = rate.values.reduce((sum, value, k) => sum + rate.weights[k]! * value, 0);
      const variance = rate.values.reduce((sum, value, k) => sum + rate.weights[k]! * (value - mean) ** 2, 0);
      return mean + 3 * Math.sqrt(variance);
    }
  }
}

/** P(S = 0): no event, or only events that lose nothing. */
function noLoss(rate: RateLaw, event: EventLoss): number {
  const { values, weights } = event.secondary?.probability ?? { values: [0], weights: [1] };
  const given = values.reduce(
    (sum, share, k) => sum + weights[k]! * probabilityOfNone(rate, 1 - nothingLost(event, share)),
    0,
  );
  const spared = event.multiplier ? event.multiplier.cdf(0) : 0;
  return Math.min(1, spared + (1 - spared) * given);
}

/** A floor above this share of the mean makes a window worth more than a grid from 0. */
const WINDOW_FROM = 0.5;

/**
 * The distribution of the year's loss of one scenario's own events by FFT, mixed over its rate (closed form, series or
 * rule), its secondary probability (Gauss rule) and, at last, over what controls leave of the loss, which multiplies
 * the whole year.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * solveScenarioYear(scenarioYear(scenarioDistributions(scenario)), { cells: 64, mostCells: 4096, bracket: "none" })
 *   .fine.step // => 5
 */
export function solveScenarioYear(year: ScenarioYear, options: SolveOptions): SolvedYear {
  const { secondary, rate, multiplier } = year;
  const chance = multiplier ? withoutMultiplier(year, multiplier) : year;
  const mixedShare = secondary !== undefined && secondary.probability.values.length > 1;
  const problem: YearProblem = {
    mean: chance.mean,
    standardDeviation: Math.sqrt(chance.variance),
    none: chance.none,
    floor: mixedShare ? 0 : windowFloor(rate, chance),
    shift: 0,
    // Tighter than a sum needs: what a part leaves beyond its own grid is a lump in every sum it enters.
    tail: 1e-6,
    ...eventGrid(year),
    spectrum: (grid, rounding) => {
      const into = emptySpectrum(grid);
      const use = (loss: typeof into, weight: number) => addCountTransform({ law: rate, loss, weight, into });
      eachEventTransform(year, { grid, rounding, use });
      return into;
    },
  };
  const solved = solveYear(problem, options);
  return multiplier
    ? multiplyYear(solved, { multiplier, none: chance.none, spread: eventSpread(year), cells: options.cells })
    : solved;
}

/** Moments and P(S = 0) of the year before the uncertain multiplier. */
function withoutMultiplier(year: ScenarioYear, left: Distribution): Pick<ScenarioYear, "mean" | "variance" | "none"> {
  const plain = year.mean / left.mean;
  const second = (year.variance + year.mean ** 2) / (left.variance + left.mean ** 2);
  return {
    mean: plain,
    variance: Math.max(0, second - plain * plain),
    none: noLoss(year.rate, { ...year, multiplier: undefined }),
  };
}

/**
 * Where a window around the mean may begin, 0 where a grid from 0 is as good: a compound Poisson loss of fixed rate lies
 * 8 standard deviations below its mean with probability below exp(−32).
 *
 * @example
 * windowFloor({ kind: "fixed", rate: 1e4 }, { mean: 1e4, variance: 1e4 }) // => 9200
 */
export function windowFloor(
  rate: RateLaw,
  { mean, variance }: { readonly mean: number; readonly variance: number },
): number {
  if (rate.kind !== "fixed") return 0;
  const floor = mean - 8 * Math.sqrt(variance);
  return floor > WINDOW_FROM * mean ? floor : 0;
}
