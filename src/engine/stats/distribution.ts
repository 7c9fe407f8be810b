/** Finitely many values, each with its weight; of a distribution the weights sum to 1. */
export interface WeightedValues {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** The distribution of one real quantity, bounded below, with a finite mean and variance. */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** The smallest interval that holds all of it; the upper end may be ∞. */
  readonly support: readonly [low: number, high: number];
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** The smallest x with P(X ≤ x) ≥ p, for p in [0, 1]. */
  quantile(p: number): number;
  /** E[min(X, k)]: the loss that a limit of k leaves. */
  limitedExpectation(k: number): number;
  /** E[X²; X ≤ k], there where it is known: what a cap, a truncation and an insurance need. */
  secondMomentBelow?(k: number): number;
  /** There where the distribution has one everywhere inside its support. */
  density?(x: number): number;
  /** There where the distribution sits on finitely many values, sorted. */
  readonly atoms?: WeightedValues;
  /** There where a closed form of the family is of use: a faster table, a mixed Poisson without quadrature. */
  readonly form?: DistributionForm;
}

/** A family that some method has a closed form for. */
export type DistributionForm =
  | { readonly family: "lognormal"; readonly mu: number; readonly sigma: number }
  | { readonly family: "gamma"; readonly shape: number; readonly rate: number };
