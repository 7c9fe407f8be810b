import type { FigureError } from "../annual-loss.ts";
import type { SimulatedScenarios, SimulationOptions, SimulationWatch } from "./simulation-options.ts";

/** How precise a simulation is to be; the rest as of any simulation. */
export interface PrecisionOptions extends Omit<SimulationOptions, "years"> {
  /** Largest half-width of the 95 % interval, as a share of the figure: above 0, below 1. */
  readonly relative: number;
  /** A whole number from 1 to 10 million, which is what it is unless given. */
  readonly mostYears?: number | undefined;
}

/** How a simulation to a precision is watched; progress counts the scenarios of each round. */
export interface PrecisionWatch extends SimulationWatch {
  readonly onRound?: (round: ConvergenceRound) => void;
}

/** A figure of the residual portfolio, and half the width of its 95 % interval. */
interface ConvergingFigure {
  readonly figure: number;
  readonly halfWidth: number;
}

/** What one round showed. */
export interface ConvergenceRound {
  readonly years: number;
  readonly valueAtRisk95: ConvergingFigure;
  readonly expectedShortfall95: ConvergingFigure;
}

/** The answer of a simulation to a precision: of its last round, with all rounds beside it. */
export interface PreciseScenarios extends SimulatedScenarios {
  readonly years: number;
  readonly precision: "reached" | "not-reached";
  readonly convergence: readonly ConvergenceRound[];
}

const FIRST_YEARS = 8192;
const MOST_YEARS = 10_000_000;
const Z975 = 1.959963984540054;

/**
 * The rounds of a simulation to a precision, for whatever runs them: yields what to simulate, is given its figures,
 * returns the answer.
 *
 * Rounds of 8,192 years, then twice as many each, until the half-widths of value at risk and expected shortfall at 95 %
 * are small enough or the most years are reached. Rounds are of the portfolio alone; where more is wanted, a last
 * simulation of as many years adds it, and has the same portfolio to the bit.
 *
 * @throws RangeError when `relative` is not in (0, 1), or mostYears is none
 *
 * @example
 * precisionRounds({ relative: 0.01, seed: 1 }).next().value.years // => 8192
 */
export function* precisionRounds(
  options: PrecisionOptions,
  onRound: (round: ConvergenceRound) => void = () => {},
): Generator<SimulationOptions, PreciseScenarios, SimulatedScenarios> {
  const { relative, mostYears = MOST_YEARS, ...wanted } = options;
  if (!(relative > 0 && relative < 1)) {
    throw new RangeError(`precision not between 0 and 1: ${relative}; give one such as 0.01`);
  }
  if (!Number.isInteger(mostYears) || mostYears < 1 || mostYears > MOST_YEARS) {
    throw new RangeError(
      `most years not a whole number from 1 to ${MOST_YEARS}: ${mostYears}; give one such as 1000000`,
    );
  }
  const { seed, correlation } = wanted;
  const convergence: ConvergenceRound[] = [];
  for (let years = Math.min(FIRST_YEARS, mostYears); ; years = Math.min(2 * years, mostYears)) {
    const figures = yield { years, seed, correlation, figuresOf: "portfolio" };
    const { valueAtRisk, expectedShortfall, error } = figures.portfolio;
    const round = {
      years,
      valueAtRisk95: converging(valueAtRisk["0.95"], error.valueAtRisk["0.95"]),
      expectedShortfall95: converging(expectedShortfall["0.95"], error.expectedShortfall["0.95"]),
    };
    convergence.push(round);
    onRound(round);
    const isReached = isWithin(round.valueAtRisk95, relative) && isWithin(round.expectedShortfall95, relative);
    if (!isReached && years < mostYears) continue;
    const isReadOff = Boolean(wanted.exceeds?.length || wanted.levels?.length);
    const isEnough = wanted.figuresOf === "portfolio" && !isReadOff && wanted.occurrence !== "portfolio";
    const last = isEnough ? figures : yield { ...wanted, years };
    return { ...last, years, precision: isReached ? "reached" : "not-reached", convergence };
  }
}

function converging(figure: number, error: FigureError): ConvergingFigure {
  if (!("standardError" in error)) throw new Error("simulated figure without a standard error");
  return { figure, halfWidth: Z975 * error.standardError };
}

function isWithin({ figure, halfWidth }: ConvergingFigure, relative: number): boolean {
  return halfWidth <= relative * figure;
}
