/**
 * What a person knows about one uncertain quantity, in the money or unit of its place in the tree.
 *
 * - a number: the quantity itself, certain
 * - `{ low, high }`: a calibrated 90 % interval, read as lognormal (0 < low < high)
 * - `{ min, mode, max, lambda? }`: PERT (lambda 4 unless given)
 * - `{ min, max }`: uniform
 * - `{ alpha, beta }`: beta on [0, 1]
 * - `{ shape, rate }`: gamma
 * - `{ mu, sigma }`: lognormal by the parameters of its logarithm
 * - `{ samples }`: empirical, each sample equally likely
 *
 * Levels of a scale and foreign currencies are resolved before the engine sees an estimate.
 * In a place that is a probability (vulnerability, action, secondary probability, effectiveness)
 * a form without an upper bound is capped at 1.
 */
export type Estimate =
  | number
  | { readonly low: number; readonly high: number }
  | { readonly min: number; readonly mode: number; readonly max: number; readonly lambda?: number | undefined }
  | { readonly min: number; readonly max: number }
  | { readonly alpha: number; readonly beta: number }
  | { readonly shape: number; readonly rate: number }
  | { readonly mu: number; readonly sigma: number }
  | { readonly samples: readonly number[] };

/** Loss events a year: given directly, or threat events × vulnerability, or contact × action × vulnerability. */
export type Frequency =
  | Estimate
  | { readonly threatEvents: Estimate; readonly vulnerability: Estimate }
  | { readonly contact: Estimate; readonly action: Estimate; readonly vulnerability: Estimate };

/** Loss of one event: a primary loss and, with a conditional probability, a secondary one. */
export interface Loss {
  readonly primary: Estimate;
  readonly secondary?: { readonly probability: Estimate; readonly loss: Estimate } | undefined;
}

/** What one control takes away: it multiplies the frequency, or the loss of each event, by 1 − effectiveness. */
export interface ControlEffect {
  readonly acts: "frequency" | "loss";
  /** Share taken away, in [0, 1]. */
  readonly effectiveness: Estimate;
}

/**
 * A loss scenario as the engine reads it. `controls` are the working ones; without them the scenario is inherent.
 *
 * Two levels of uncertainty: what we do not know (rates, probabilities, effectiveness) is drawn once a year;
 * chance (how many events, the loss of each) is drawn event by event.
 */
export interface Scenario {
  readonly id: string;
  readonly system: string;
  readonly frequency: Frequency;
  readonly loss: Loss;
  readonly controls: readonly ControlEffect[];
}
