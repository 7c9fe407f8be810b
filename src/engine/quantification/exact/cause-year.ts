import { product } from "../../stats/product.ts";
import type { CauseDistributions, ScenarioDistributions } from "../scenario-distributions.ts";
import { eventMoments } from "./annual-moments.ts";
import { commonUnit } from "./common-unit.ts";
import { addCountTransform, type Spectrum } from "./count-transform.ts";
import { type EventLoss, eachEventTransform, eventLoss, meanNode, nothingLost } from "./event-loss.ts";
import { probabilityOfNone, type RateLaw, rateLaw } from "./rate-law.ts";
import type { Rounding } from "./rounding.ts";
import { checkFinite, windowFloor } from "./scenario-year.ts";
import { eventGrid, solveEvent } from "./solve-event.ts";
import { type Resolution, type SolvedYear, type SolveOptions, solveYear, type YearProblem } from "./solve-year.ts";
import { emptySpectrum, type YearGrid } from "./year-grid.ts";
import { yearSpectrum } from "./year-spectrum.ts";

/** One scenario as a strike of a common cause meets it. */
export interface StruckEvent {
  /** Id of the scenario. */
  readonly id: string;
  /** Probability that a strike brings an event, under the controls on frequency. */
  readonly probability: number;
  readonly event: EventLoss;
  /** Of the loss of one event, what controls leave of it included. */
  readonly mean: number;
  readonly variance: number;
  /** P(one event loses nothing). */
  readonly none: number;
}

/** What is computed of a common cause before any grid: the law of its strikes, whom they strike, the moments of a year. */
export interface CauseYear {
  readonly kind: "cause";
  readonly id: string;
  readonly rate: RateLaw;
  readonly struck: readonly StruckEvent[];
  readonly strike: { readonly mean: number; readonly variance: number; readonly none: number };
  readonly mean: number;
  readonly variance: number;
  /** P(S = 0). */
  readonly none: number;
}

/**
 * What one strike of a common cause brings of one scenario: with its probability one event, of which what is not known
 * (the secondary probability, what controls leave) is drawn anew.
 *
 * @example
 * const commonCauses = [{ cause: "vendor", strikes: 2, probability: 0.5 }];
 * const scenario = { id: "a", system: "s", frequency: 0, loss: { primary: 5 }, controls: [], commonCauses };
 * const read = scenarioDistributions(scenario);
 * struckEvent(read, read.strikes[0]).mean // => 5
 */
export function struckEvent(scenario: ScenarioDistributions, { probability }: CauseDistributions): StruckEvent {
  const event = eventLoss(scenario, meanNode);
  const before = eventMoments(scenario);
  const left = product(scenario.multiplierFactors);
  const spared = event.multiplier ? event.multiplier.cdf(0) : 0;
  const nothing = nothingLost(event, event.secondary?.probability.values[0] ?? 0);
  return {
    id: scenario.id,
    probability,
    event,
    mean: left.mean * before.mean,
    variance: left.variance * before.mean ** 2 + left.mean ** 2 * before.variance + left.variance * before.variance,
    none: spared + (1 - spared) * nothing,
  };
}

/**
 * Prepares a year of one common cause: strikes are Poisson of a rate drawn once a year; the loss of a strike is
 * Z = Σ Bᵢ·Yᵢ with independent Bᵢ ~ Bernoulli(qᵢ).
 *
 * Mean E K·E Z, variance E K·E Z² + Var K·(E Z)², P(no loss) = E exp(−K·P(Z > 0)). Events that cannot be or lose
 * nothing are left out; the order in which the events are given does not matter.
 *
 * @example
 * causeYear({ cause: "vendor", rate: atoms([2]), struck: [] }).none // => 1
 */
export function causeYear({
  cause,
  rate,
  struck: given,
}: Pick<CauseDistributions, "cause" | "rate"> & { readonly struck: readonly StruckEvent[] }): CauseYear {
  const struck = given
    .filter(({ probability, mean }) => probability > 0 && mean > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const strike = {
    mean: struck.reduce((sum, { probability, mean }) => sum + probability * mean, 0),
    variance: struck.reduce(
      (sum, { probability: q, mean, variance }) => sum + q * variance + q * (1 - q) * mean ** 2,
      0,
    ),
    none: struck.reduce((all, { probability, none }) => all * (1 - probability * (1 - none)), 1),
  };
  const mean = rate.mean * strike.mean;
  const variance = rate.mean * (strike.variance + strike.mean ** 2) + rate.variance * strike.mean ** 2;
  checkFinite(cause, { mean, variance });
  const law = rateLaw([rate]);
  return {
    kind: "cause",
    id: cause,
    rate: law,
    struck,
    strike,
    mean,
    variance,
    none: probabilityOfNone(law, 1 - strike.none),
  };
}

type Transform = (grid: YearGrid, rounding: Rounding, resolution: Resolution, frequencies?: number) => Spectrum;

/**
 * The distribution of the year's loss of one common cause by FFT: the transform of a strike is Π(1 − qᵢ + qᵢ·fᵢ).
 *
 * @example
 * const event = { primary: [atoms([5])], secondary: undefined, multiplier: undefined };
 * const struck = [{ id: "a", probability: 0.5, event, mean: 5, variance: 0, none: 0 }];
 * const year = causeYear({ cause: "vendor", rate: atoms([2]), struck });
 * solveCauseYear(year, { cells: 64, mostCells: 4096, bracket: "none" }).fine.step // => 5
 */
export function solveCauseYear(year: CauseYear, options: SolveOptions): SolvedYear {
  const strike = strikeTransform(year, options);
  return solveYear(
    {
      mean: year.mean,
      standardDeviation: Math.sqrt(year.variance),
      none: year.none,
      floor: windowFloor(year.rate, year),
      shift: 0,
      tail: 1e-6,
      ...strikeGrid(year),
      spectrum: (grid, rounding, resolution) => {
        const into = emptySpectrum(grid);
        addCountTransform({ law: year.rate, loss: strike(grid, rounding, resolution), weight: 1, into });
        return into;
      },
    },
    options,
  );
}

/**
 * The distribution of the loss of one strike.
 *
 * @example
 * const event = { primary: [atoms([5])], secondary: undefined, multiplier: undefined };
 * const struck = [{ id: "a", probability: 0.25, event, mean: 5, variance: 0, none: 0 }];
 * const year = causeYear({ cause: "vendor", rate: atoms([2]), struck });
 * solveStrike(year, { cells: 64, mostCells: 4096, bracket: "none" }).fine.masses[0] // => 0.75
 */
export function solveStrike(year: CauseYear, options: SolveOptions): SolvedYear {
  const { mean, variance, none } = year.strike;
  const spectrum = strikeTransform(year, options);
  return solveYear(
    {
      mean,
      standardDeviation: Math.sqrt(variance),
      none,
      floor: 0,
      shift: 0,
      tail: 1e-6,
      ...strikeGrid(year),
      spectrum,
    },
    options,
  );
}

function strikeGrid({ struck }: CauseYear): Pick<YearProblem, "unit" | "reading"> {
  const grids = struck.map(({ event }) =>
    event.multiplier ? ({ reading: "smooth", unit: undefined } as const) : eventGrid(event),
  );
  const unit = commonUnit(grids.flatMap((grid) => (grid.unit === undefined ? [] : [grid.unit])));
  return {
    unit,
    reading: unit !== undefined && grids.every(({ reading }) => reading === "steps") ? "steps" : "smooth",
  };
}

/**
 * The transform of one strike, all its frequencies or the first of them.
 *
 * @example
 * const year = causeYear({ cause: "vendor", rate: atoms([2]), struck: [] });
 * const transform = strikeTransform(year, { cells: 64, mostCells: 64, bracket: "none" });
 * transform({ step: 1, cells: 8, first: 0 }, "mean", "fine").re[0] // => 1
 */
export function strikeTransform({ struck }: CauseYear, options: SolveOptions): Transform {
  const transforms = struck.map((one) => ({ ...one, transform: heldTransform(one, options) }));
  return (grid, rounding, resolution, frequencies = grid.cells / 2 + 1) => {
    const strike = { re: new Float64Array(frequencies), im: new Float64Array(frequencies) };
    strike.re.fill(1);
    for (const { probability, transform } of transforms) {
      const loss = transform(grid, rounding, resolution, frequencies);
      for (let k = 0; k < frequencies; k++) {
        const x = 1 - probability + probability * loss.re[k]!;
        const y = probability * loss.im[k]!;
        const re = strike.re[k]!;
        const im = strike.im[k]!;
        strike.re[k] = re * x - im * y;
        strike.im[k] = re * y + im * x;
      }
    }
    return strike;
  };
}

/**
 * Transform of the loss of one event; where what is left of it is not certain, solved and multiplied before.
 *
 * @example
 * const event = { primary: [atoms([5])], secondary: undefined, multiplier: undefined };
 * const struck = { id: "a", probability: 0.5, event, mean: 5, variance: 0, none: 0 };
 * const transform = eventTransform(struck, { cells: 64, mostCells: 4096, bracket: "none" });
 * transform({ step: 5, cells: 8, first: 8 }, "mean", "fine").re[4] // => -1
 */
export function eventTransform({ event, mean }: StruckEvent, options: SolveOptions): Transform {
  const plain: Transform = (grid, rounding, _, frequencies) => {
    const only: Spectrum[] = [];
    const use = (loss: Spectrum) => void only.push(loss);
    eachEventTransform(event, { grid, rounding, ...(frequencies && { frequencies }), use });
    return only[0]!;
  };
  if (!event.multiplier) return plain;
  const placed = { ...solveEvent(event, options), mean };
  return (grid, rounding, resolution, frequencies) =>
    yearSpectrum(placed, { grid, rounding, resolution, ...(frequencies && { frequencies }) });
}

const heldTransforms = new WeakMap<StruckEvent, Map<string, Transform>>();
/** At two resolutions, before and after a change. */
const MOST_HELD = 4;

/** The transform of an event whose cause is asked for again and again: solved once, its low frequencies kept. */
function heldTransform(struck: StruckEvent, options: SolveOptions): Transform {
  const known = heldTransforms.get(struck) ?? new Map<string, Transform>();
  heldTransforms.set(struck, known);
  const key = `${options.cells} ${options.mostCells} ${options.bracket}`;
  const held = known.get(key) ?? withLowFrequenciesHeld(eventTransform(struck, options));
  known.set(key, held);
  return held;
}

function withLowFrequenciesHeld(transform: Transform): Transform {
  const held = new Map<string, Spectrum>();
  return (grid, rounding, resolution, frequencies) => {
    if (frequencies === undefined) return transform(grid, rounding, resolution);
    const enough = Math.min(grid.cells / 2 + 1, 64 * Math.ceil(frequencies / 64));
    const key = [grid.step, grid.cells, grid.first, rounding, resolution, enough].join(" ");
    const spectrum = held.get(key) ?? transform(grid, rounding, resolution, enough);
    if (held.size >= MOST_HELD) held.clear();
    held.set(key, spectrum);
    return spectrum;
  };
}
