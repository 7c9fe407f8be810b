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
  const square = critical * critical;
  const outside = (lnRatio: number) => chiSquare(a, b, Math.exp(lnRatio)) > square;
  // The best ratio, or a large finite stand-in where it is 0 or ∞: Haldane's correction lies inside the interval.
  const inside = Math.log((a.successes + 0.5) / (a.n + 0.5)) - Math.log((b.successes + 0.5) / (b.n + 0.5));
  const best = a.successes > 0 && b.successes > 0 ? Math.log(a.successes / a.n) - Math.log(b.successes / b.n) : inside;
  return [
    a.successes <= 0 ? 0 : Math.exp(edge(outside, best, -1)),
    b.successes <= 0 ? Infinity : Math.exp(edge(outside, best, 1)),
  ];
}

/** How far two counts are from a ratio of their rates, each measured by its best fit under that ratio. */
function chiSquare(a: Proportion, b: Proportion, ratio: number): number {
  const total = a.n + b.n;
  const linear = ratio * (a.n + b.successes) + a.successes + b.n;
  const constant = a.successes + b.successes;
  // The smaller root, in the form that does not cancel.
  const rateB = (2 * constant) / (linear + Math.sqrt(Math.max(0, linear * linear - 4 * total * ratio * constant)));
  const rateA = Math.min(1, ratio * rateB);
  const term = ({ successes, n }: Proportion, rate: number) => {
    const miss = successes - n * rate;
    const variance = n * rate * (1 - rate);
    return variance > 0 ? (miss * miss) / variance : Math.abs(miss) < 1e-9 ? 0 : Infinity;
  };
  return term(a, rateA) + term(b, rateB);
}

/** Where `outside` begins, going from a point that is not outside. */
function edge(outside: (x: number) => boolean, from: number, direction: 1 | -1): number {
  let near = from;
  let step = direction;
  while (!outside(from + step) && Math.abs(step) < 600) {
    near = from + step;
    step *= 2;
  }
  let far = from + step;
  for (let k = 0; k < 200 && Math.abs(far - near) > 1e-15 * Math.max(1, Math.abs(near)); k++) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) break;
    if (outside(middle)) far = middle;
    else near = middle;
  }
  return (near + far) / 2;
}
