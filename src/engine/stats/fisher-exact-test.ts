import { lnFactorial } from "./ln-factorial.ts";

/** P-values of a 2 × 2 table with its margins given. */
export interface FisherExactTest {
  /** Tables no more probable than the one seen (within 1 + 1e-7). */
  readonly twoSided: number;
  /** As few successes in the first row, or fewer. */
  readonly less: number;
  readonly greater: number;
  /** `less` with half the probability of the table itself (Lancaster). */
  readonly midLess: number;
}

/**
 * Fisher's exact test that two groups have one rate.
 *
 * @param table - [successes, failures] of each group, whole numbers
 * @example
 * fisherExactTest([[30, 60], [48, 32]]).twoSided // => 6.662250e-4
 */
export function fisherExactTest(
  table: readonly [readonly [number, number], readonly [number, number]],
): FisherExactTest {
  const [[a, b], [c, d]] = table;
  const first = a + b;
  const second = c + d;
  const successes = a + c;
  const low = Math.max(0, successes - second);
  const high = Math.min(first, successes);
  const fixed =
    lnFactorial(first) +
    lnFactorial(second) +
    lnFactorial(successes) +
    lnFactorial(b + d) -
    lnFactorial(first + second);
  const lnProbability = (x: number) =>
    fixed - lnFactorial(x) - lnFactorial(first - x) - lnFactorial(successes - x) - lnFactorial(second - successes + x);
  /** Probability of the next table up, or down, ÷ that of this one. */
  const ratio = (x: number, step: 1 | -1) =>
    step === 1
      ? ((first - x) * (successes - x)) / ((x + 1) * (second - successes + x + 1))
      : (x * (second - successes + x)) / ((first - x + 1) * (successes - x + 1));
  /** All tables from x on, by their ratios, until they no longer count. */
  const tail = (x: number, step: 1 | -1) => {
    if (x < low || x > high) return 0;
    let term = Math.exp(lnProbability(x));
    let sum = term;
    for (let at = x; at !== (step === 1 ? high : low); at += step) {
      const next = ratio(at, step);
      term *= next;
      sum += term;
      if (next < 1 && term < 1e-18 * sum) break;
    }
    return sum;
  };
  const mode = Math.min(high, Math.max(low, Math.floor(((first + 1) * (successes + 1)) / (first + second + 2))));
  const seen = lnProbability(a);
  const near: 1 | -1 = a <= mode ? -1 : 1;
  // On the other side of the mode: the first table that is no more probable.
  const opposite = firstBelow(lnProbability, seen + 1e-7, mode, near === -1 ? high : low);
  const cap = (p: number) => Math.min(1, p);
  const beyond = opposite === null ? 0 : tail(opposite, near === -1 ? 1 : -1);
  const less = tail(a, -1);
  return {
    twoSided: opposite === mode ? 1 : cap(tail(a, near) + beyond),
    less: cap(less),
    greater: cap(tail(a, 1)),
    midLess: cap(less - Math.exp(seen) / 2),
  };
}

/** Going from the mode to an end, where probabilities fall: the first place at or below a logarithm; null if none is. */
function firstBelow(lnProbability: (x: number) => number, limit: number, mode: number, end: number): number | null {
  if (!(lnProbability(end) <= limit)) return null;
  let [above, below] = [mode, end];
  if (lnProbability(mode) <= limit) return mode;
  while (Math.abs(below - above) > 1) {
    const middle = Math.floor((below + above) / 2);
    if (lnProbability(middle) <= limit) below = middle;
    else above = middle;
  }
  return below;
}
