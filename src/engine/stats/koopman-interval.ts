import { findRoot } from "./find-root.ts";
import type { Proportion } from "./newcombe-interval.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * Score interval for the ratio of two independent proportions (Koopman 1984): the ratios at which the two counts differ
 * from their constrained best fit by less than `critical`². Holds without successes on one side; [0, ∞] without any.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @example
 * koopmanInterval({ successes: 36, n: 40 }, { successes: 16, n: 80 }).map((end) => end.toFixed(2)) // => ["2.94", "7.15"]
 */
export function koopmanInterval(a: Proportion, b: Proportion, critical = 1.959963984540054): Interval {
  if (a.successes <= 0 && b.successes <= 0) return [0, Infinity];
  // On this scale the distance is nearly straight, so that a few steps find where it reaches the critical value.
  const beyond = (lnRatio: number) => Math.min(1e9, Math.sqrt(chiSquare(a, b, Math.exp(lnRatio))) - critical);
  // The best ratio, or a finite stand-in where it is 0 or ∞: Haldane's correction lies inside the interval.
  const inside = Math.log((a.successes + 0.5) / (a.n + 0.5)) - Math.log((b.successes + 0.5) / (b.n + 0.5));
  const best = a.successes > 0 && b.successes > 0 ? Math.log(a.successes / a.n) - Math.log(b.successes / b.n) : inside;
  const spread = Math.sqrt(1 / (a.successes + 0.5) + 1 / (b.successes + 0.5));
  return [
    a.successes <= 0 ? 0 : Math.exp(edge(beyond, best, -critical * spread)),
    b.successes <= 0 ? Infinity : Math.exp(edge(beyond, best, critical * spread)),
  ];
}

/** How far two counts are from a ratio of their rates, each measured by its best fit under that ratio. */
function chiSquare(a: Proportion, b: Proportion, ratio: number): number {
  const total = a.n + b.n;
  const linear = ratio * (a.n + b.successes) + a.successes + b.n;
  const constant = a.successes + b.successes;
  // The smaller root, in the form that does not cancel.
  const root = linear + Math.sqrt(Math.max(0, linear * linear - 4 * total * ratio * constant));
  const rateB = Math.min(1, (2 * constant) / root);
  const rateA = Math.min(1, ratio * rateB);
  const term = ({ successes, n }: Proportion, rate: number) => {
    const miss = successes - n * rate;
    const variance = n * rate * (1 - rate);
    return variance > 0 ? (miss * miss) / variance : Math.abs(miss) < 1e-9 ? 0 : Infinity;
  };
  return term(a, rateA) + term(b, rateB);
}

/** Where `beyond` rises through 0, going from a point where it is negative in steps of at least `step`. */
function edge(beyond: (x: number) => number, from: number, step: number): number {
  let near = from;
  let far = from + step;
  while (beyond(far) < 0 && Math.abs(far - from) < 600) {
    near = far;
    far = from + 2 * (far - from);
  }
  const sign = Math.sign(step);
  return (
    from + sign * findRoot((x) => beyond(from + sign * x), { low: Math.abs(near - from), high: Math.abs(far - from) })
  );
}
