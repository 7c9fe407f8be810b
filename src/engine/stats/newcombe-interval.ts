import { moverDifference } from "./mover-interval.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** Successes among n. */
export interface Proportion {
  readonly successes: number;
  /** Larger than 0; need not be whole. */
  readonly n: number;
}

/**
 * Hybrid score interval for the difference of two independent proportions (Newcombe 1998, method 10).
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @example
 * newcombeInterval({ successes: 48, n: 80 }, { successes: 30, n: 90 }) // => [0.116684, 0.400688]
 */
export function newcombeInterval(a: Proportion, b: Proportion, critical?: number): Interval {
  const recovered = ({ successes, n }: Proportion) => {
    const [low, high] = wilsonInterval(successes, n, critical);
    return { estimate: successes / n, low, high };
  };
  return moverDifference(recovered(a), recovered(b));
}
