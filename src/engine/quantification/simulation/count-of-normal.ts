import { reproducibleExp } from "../../stats/reproducible-exp.ts";
import { reproducibleLn } from "../../stats/reproducible-ln.ts";
import { scaledErfc } from "../../stats/scaled-erfc.ts";
import type { Count } from "../scenario.ts";

/** Sums are scaled down by this, and its logarithm counted apart, before they overflow. */
const LARGE = 1e200;
const LN_LARGE = reproducibleLn(LARGE);
/** From this mean on the search begins so many standard deviations below it: further down there is less than 1e-17. */
const LARGE_MEAN = 400;
const NOTHING_BELOW = 9;
const LN_SQRT_TWO_PI = 0.9189385332046728;

/**
 * The number of events at a standard normal's probability: the smallest n with P(N ≤ n) ≥ Φ(z), given a year's rate.
 *
 * Normals that are correlated give numbers that are (a Gaussian copula), each still of its own law. By search upwards,
 * in a time that follows the mean (its root, of a Poisson law with a large mean). From + − × ÷ √ alone, as all draws are.
 *
 * @param rate - finite, 0 or more; of "at-most-one" a probability
 *
 * @example
 * countOfNormal({ kind: "poisson" }, 0.5, 0) // => 0
 */
export function countOfNormal(count: Count, rate: number, z: number): number {
  if (!(rate < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`mean number of events not finite and positive: ${rate}; give a smaller frequency`);
  }
  if (rate === 0) return 0;
  // P(Z > z), with all its digits where it is small: that is where the numbers are large.
  const above = upperTail(z);
  switch (count.kind) {
    case "at-most-one":
      return above < rate ? 1 : 0;
    case "negative-binomial": {
      const { size } = count;
      const a = rate / (size + rate);
      return search(1 - above, { first: 0, lnFirst: -size * lnOnePlus(rate / size), a, b: (size - 1) * a });
    }
    case "zero-inflated": {
      const { silent } = count;
      return 1 - above <= silent ? 0 : poisson(rate, 1 - above / (1 - silent));
    }
    default:
      return poisson(rate, 1 - above);
  }
}

function poisson(mean: number, p: number): number {
  if (mean < LARGE_MEAN) return search(p, { first: 0, lnFirst: -mean, a: 0, b: mean });
  const first = Math.floor(mean - NOTHING_BELOW * Math.sqrt(mean));
  const lnFirst = first * reproducibleLn(mean) - mean - lnFactorial(first);
  return search(p, { first, lnFirst, a: 0, b: mean });
}

/** A law of Panjer's class, from its first number on: P(N = n) = P(N = n − 1) × (a + b/n). */
interface CountLaw {
  readonly first: number;
  readonly lnFirst: number;
  readonly a: number;
  readonly b: number;
}

/** The smallest n whose summed probability reaches p. */
function search(p: number, { first, lnFirst, a, b }: CountLaw): number {
  let n = first;
  let scale = lnFirst;
  let term = 1;
  let sum = 1;
  // Probabilities too small for a double come first where a year's mean is in the thousands.
  while (scale < -600) {
    term *= a + b / ++n;
    sum += term;
    if (sum > LARGE) {
      term /= LARGE;
      sum /= LARGE;
      scale += LN_LARGE;
    }
  }
  const one = reproducibleExp(scale);
  term *= one;
  sum *= one;
  while (sum < p) {
    const growth = a + b / ++n;
    term *= growth;
    const next = sum + term;
    // The rest is less than the rounding of the sum.
    if (next === sum && growth < 1) break;
    sum = next;
  }
  return n;
}

function upperTail(z: number): number {
  const distance = Math.abs(z);
  const tail = 0.5 * reproducibleExp(-0.5 * z * z) * scaledErfc(distance * Math.SQRT1_2);
  return z > 0 ? tail : 1 - tail;
}

function lnOnePlus(x: number): number {
  return x > 1e-5 ? reproducibleLn(1 + x) : x * (1 - x * (0.5 - x / 3));
}

/** By Stirling's series, for the large numbers asked for (200 and more). */
function lnFactorial(n: number): number {
  const x = n + 1;
  const r = 1 / (x * x);
  const correction = (1 / 12 - r * (1 / 360 - r / 1260)) / x;
  return (x - 0.5) * reproducibleLn(x) - x + LN_SQRT_TWO_PI + correction;
}
