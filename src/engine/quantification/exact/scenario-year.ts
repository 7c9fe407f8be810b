import { discretize } from "../../stats/discretize.ts";
import type { Distribution, WeightedValues } from "../../stats/distribution.ts";
import { gaussRule } from "../../stats/gauss-rule.ts";
import { product } from "../../stats/product.ts";
import { scaled } from "../../stats/scaled.ts";
import type { ScenarioDistributions } from "../scenario-distributions.ts";
import { addLossMasses } from "./add-loss-masses.ts";
import { annualMoments } from "./annual-moments.ts";
import { commonUnit } from "./common-unit.ts";
import { addCountTransform, type Spectrum } from "./count-transform.ts";
import { multiplyYear } from "./multiply-year.ts";
import { probabilityOfNone, type RateLaw, rateLaw } from "./rate-law.ts";
import type { Rounding } from "./rounding.ts";
import { type SolvedYear, type SolveOptions, solveYear, type YearProblem } from "./solve-year.ts";
import { emptySpectrum, lossGrid, spectrumOf, type YearGrid } from "./year-grid.ts";

/** What is computed of a scenario before any grid: its laws and the moments of a year's loss. */
export interface ScenarioYear {
  readonly id: string;
  readonly rate: RateLaw;
  /** What controls leave of a loss, where it is not certain; a certain share is in the losses already. */
  readonly multiplier: Distribution | undefined;
  readonly primary: Distribution;
  readonly secondary: { readonly probability: WeightedValues; readonly loss: Distribution } | undefined;
  readonly mean: number;
  readonly variance: number;
  /** P(S = 0). */
  readonly none: number;
}

/**
 * Prepares a scenario for the exact engine.
 *
 * @example
 * scenarioYear(scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] })).mean
 * // => 10
 */
export function scenarioYear(scenario: ScenarioDistributions): ScenarioYear {
  const { mean, variance } = annualMoments(scenario);
  const rate = rateLaw(scenario.rateFactors);
  const left = product(scenario.multiplierFactors);
  const certain = left.support[0] === left.support[1];
  const share = certain ? left.mean : 1;
  const primary = scaled(scenario.primary, share);
  const secondary = scenario.secondary && {
    probability: probabilityRule(scenario.secondary.probability, rate),
    loss: scaled(scenario.secondary.loss, share),
  };
  const multiplier = certain ? undefined : left;
  return {
    id: scenario.id,
    rate,
    multiplier,
    primary,
    secondary,
    mean,
    variance,
    none: noLoss({ rate, multiplier, primary, secondary }),
  };
}

/** Gauss nodes closer than the spread that chance gives to the share of events. */
function probabilityRule(probability: Distribution, rate: RateLaw): WeightedValues {
  const events = manyEvents(rate);
  const range = Math.min(probability.support[1] - probability.support[0], 6 * Math.sqrt(probability.variance));
  const count = Math.min(160, 6 + Math.ceil(range * Math.min(2 * Math.sqrt(events), events)));
  return gaussRule(discretize(probability, Math.max(32, count)), count);
}

/** More events than most years bring: three standard deviations above the mean rate. */
function manyEvents(rate: RateLaw): number {
  if (rate.kind === "fixed") return rate.rate;
  if (rate.kind === "gamma") return (rate.shape + 3 * Math.sqrt(rate.shape)) / rate.rate;
  const mean = rate.values.reduce((sum, value, k) => sum + rate.weights[k]! * value, 0);
  return mean + 3 * Math.sqrt(rate.values.reduce((sum, value, k) => sum + rate.weights[k]! * (value - mean) ** 2, 0));
}

/** P(S = 0): no event, or only events that lose nothing. */
function noLoss({
  rate,
  multiplier,
  primary,
  secondary,
}: Pick<ScenarioYear, "rate" | "multiplier" | "primary" | "secondary">): number {
  const nothing = primary.cdf(0);
  const further = secondary ? secondary.loss.cdf(0) : 1;
  const shares = secondary?.probability ?? { values: [0], weights: [1] };
  const given = shares.values.reduce(
    (sum, share, k) => sum + shares.weights[k]! * probabilityOfNone(rate, 1 - nothing * (1 - share + share * further)),
    0,
  );
  const spared = multiplier ? multiplier.cdf(0) : 0;
  return Math.min(1, spared + (1 - spared) * given);
}

/** A floor above this share of the mean makes a window worth more than a grid from 0. */
const WINDOW_FROM = 0.5;

/**
 * The distribution of the year's loss of one scenario: compound Poisson by FFT, mixed over its rate (closed form,
 * series or rule), its secondary probability (Gauss rule) and, at last, over what controls leave of the loss, which
 * multiplies the whole year.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * solveScenarioYear(scenarioYear(scenarioDistributions(scenario)), { cells: 64, mostCells: 4096, bracket: "none" })
 *   .fine.step // => 5
 */
export function solveScenarioYear(year: ScenarioYear, options: SolveOptions): SolvedYear {
  const { primary, secondary, rate, multiplier } = year;
  const chance = multiplier ? withoutMultiplier(year) : year;
  const losses = secondary ? [primary, secondary.loss] : [primary];
  const unit = commonUnit(losses.flatMap((loss) => loss.atoms?.values ?? []));
  const problem: YearProblem = {
    mean: chance.mean,
    standardDeviation: Math.sqrt(chance.variance),
    none: chance.none,
    floor: floorOf(year, chance),
    shift: 0,
    // Tighter than a sum needs: what a part leaves beyond its own grid is a lump in every sum it enters.
    tail: 1e-6,
    unit,
    reading: unit !== undefined && losses.every((loss) => loss.atoms) ? "steps" : "smooth",
    spectrum: (grid, rounding) => chanceSpectrum({ rate, primary, secondary }, grid, rounding),
  };
  const solved = solveYear(problem, options);
  if (!multiplier) return solved;
  return multiplyYear(solved, { multiplier, none: chance.none, spread: Math.sqrt(primary.variance) / primary.mean });
}

/** Moments and P(S = 0) of the year before the uncertain multiplier. */
function withoutMultiplier(year: ScenarioYear): Pick<ScenarioYear, "mean" | "variance" | "none"> {
  const { multiplier: left, mean, variance } = year;
  const plain = mean / left!.mean;
  const second = (variance + mean * mean) / (left!.variance + left!.mean ** 2);
  return {
    mean: plain,
    variance: Math.max(0, second - plain * plain),
    none: noLoss({ ...year, multiplier: undefined }),
  };
}

/** A compound Poisson loss of fixed rate lies 8 standard deviations below its mean with probability below exp(−32). */
function floorOf(
  { rate, secondary }: ScenarioYear,
  { mean, variance }: Pick<ScenarioYear, "mean" | "variance">,
): number {
  if (rate.kind !== "fixed" || (secondary && secondary.probability.values.length > 1)) return 0;
  const floor = mean - 8 * Math.sqrt(variance);
  return floor > WINDOW_FROM * mean ? floor : 0;
}

function chanceSpectrum(
  { rate, primary, secondary }: Pick<ScenarioYear, "rate" | "primary" | "secondary">,
  grid: YearGrid,
  rounding: Rounding,
): Spectrum {
  const into = emptySpectrum(grid);
  const first = lossTransform(primary, grid, rounding);
  if (!secondary) {
    addCountTransform({ law: rate, loss: first, weight: 1, into });
    return into;
  }
  const further = lossTransform(secondary.loss, grid, rounding);
  const loss = emptySpectrum(grid);
  secondary.probability.values.forEach((share, node) => {
    thin({ first, further, share, into: loss });
    addCountTransform({ law: rate, loss, weight: secondary.probability.weights[node]!, into });
  });
  return into;
}

/** Transform of a primary loss that a secondary one follows with probability share. */
function thin({
  first,
  further,
  share,
  into,
}: {
  first: Spectrum;
  further: Spectrum;
  share: number;
  into: Spectrum;
}): void {
  for (let k = 0; k < into.re.length; k++) {
    const x = 1 - share + share * further.re[k]!;
    const y = share * further.im[k]!;
    into.re[k] = first.re[k]! * x - first.im[k]! * y;
    into.im[k] = first.re[k]! * y + first.im[k]! * x;
  }
}

function lossTransform(loss: Distribution, grid: YearGrid, rounding: Rounding): Spectrum {
  const masses = new Float64Array(grid.cells);
  addLossMasses(loss, { masses, weight: 1, grid: lossGrid(grid, rounding) });
  return spectrumOf(masses, grid);
}
