import type { Interval } from "./wilson-interval.ts";

/** An estimate with its own interval, from which its variance on either side is recovered. */
export interface MoverInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval for a difference a − b of two independent estimates from their own intervals: variances are recovered from
 * the ends that matter (MOVER, Zou and Donner 2008). With Wilson intervals it is Newcombe's method 10.
 *
 * @example
 * moverDifference({ estimate: 0.5, low: 0.4, high: 0.6 }, { estimate: 0.2, low: 0.2, high: 0.2 }) // => [0.2, 0.4]
 */
export function moverDifference(a: MoverInterval, b: MoverInterval): Interval {
  const difference = a.estimate - b.estimate;
  return [
    difference - Math.hypot(a.estimate - a.low, b.high - b.estimate),
    difference + Math.hypot(a.high - a.estimate, b.estimate - b.low),
  ];
}

/** Interval for a quotient a ÷ b of two positive estimates: the difference of their logarithms. */
export function moverRatio(a: MoverInterval, b: MoverInterval): Interval {
  const [low, high] = moverDifference(logarithm(a), logarithm(b));
  return [Number.isNaN(low) ? 0 : Math.exp(low), Number.isNaN(high) ? Infinity : Math.exp(high)];
}

/** Interval for the mean of two independent estimates. */
export function moverMean(a: MoverInterval, b: MoverInterval): Interval {
  const mean = (a.estimate + b.estimate) / 2;
  return [
    mean - Math.hypot(a.estimate - a.low, b.estimate - b.low) / 2,
    mean + Math.hypot(a.high - a.estimate, b.high - b.estimate) / 2,
  ];
}

function logarithm({ estimate, low, high }: MoverInterval): MoverInterval {
  return { estimate: Math.log(estimate), low: Math.log(Math.max(0, low)), high: Math.log(high) };
}
