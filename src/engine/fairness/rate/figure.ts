/** Why a figure cannot be computed. */
export type UndefinedReason =
  | "empty"
  | "no-labels"
  | "no-decisions"
  | "no-scores"
  | "no-positives"
  | "no-negatives"
  | "no-predicted-positives"
  | "no-predicted-negatives"
  | "no-false-positives"
  | "not-in-the-counts"
  | "zero-reference"
  | "fewer-than-two-groups"
  | "no-such-group";

/** Where the interval comes from. */
export type IntervalMethod =
  | "wilson"
  | "wilson-effective-n"
  | "clopper-pearson"
  | "mover-wilson"
  | "delong-logit"
  | "normal"
  | "tukey-newcombe"
  | "tukey-koopman"
  | "tukey-mover"
  | "newcombe"
  | "miettinen-nurminen"
  | "tukey-miettinen-nurminen"
  | "koopman"
  | "mover"
  | "bootstrap-percentile"
  | "bootstrap-bca"
  | "cluster-bootstrap-percentile"
  | "cluster-bootstrap-bca"
  | "bootstrap-basic"
  | "bootstrap-max-t"
  | "poisson-bootstrap-max-t"
  | "none";

/** A figure with its uncertainty. Both ends are null where no interval can be given, and the reason says why. */
interface MeasuredFigure {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Confidence of the interval, such as 0.95. */
  readonly level: number;
  /** Rows that the figure is computed from: the denominator of a rate. */
  readonly n: number;
  readonly method: IntervalMethod;
  readonly reason?: string;
}

interface UndefinedFigure {
  readonly estimate: null;
  readonly reason: UndefinedReason;
}

export type Figure = MeasuredFigure | UndefinedFigure;

/** What is measured of one group, with its interval at some critical value; the level is known to who asks. */
export type Measured =
  | {
      readonly estimate: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
      readonly method: IntervalMethod;
    }
  | UndefinedFigure;

/**
 * A measured figure as it is reported: without an interval where that would be endless.
 *
 * @example
 * figureOf({ estimate: 0.5, low: 0.4, high: Infinity, n: 3, method: "normal" }, 0.95).low // => null
 */
export function figureOf(measured: Measured, level: number): Figure {
  if (measured.estimate === null) return measured;
  const { estimate, low, high, n, method } = measured;
  if (Number.isFinite(low) && Number.isFinite(high)) return { estimate, low, high, level, n, method };
  return { estimate, low: null, high: null, level, n, method: "none", reason: "no interval from these counts" };
}
