import { incompleteGamma } from "./incomplete-gamma.ts";

/** One stratum: [successes, failures] of the group asked about, then of the one it is compared with. */
export type StratumTable = readonly [a: number, b: number, c: number, d: number];

export interface MantelHaenszel {
  /** χ² with one degree of freedom, with and without continuity correction; null without variance. */
  readonly chiSquare: number | null;
  readonly correctedChiSquare: number | null;
  readonly pValue: number | null;
  readonly oddsRatio: number | null;
  readonly riskRatio: number | null;
  readonly riskDifference: number | null;
  /** Breslow and Day's test that the odds ratio is one in all strata, with Tarone's correction; null if it cannot be asked. */
  readonly homogeneityPValue: number | null;
}

/**
 * Comparison of two groups within strata (Mantel and Haenszel 1959): what remains of a gap when like is compared with
 * like. Strata with only one of the groups tell nothing and add nothing.
 *
 * @example
 * mantelHaenszel([[20, 80, 10, 90], [30, 20, 40, 60]]).oddsRatio // => 2.25
 */
export function mantelHaenszel(strata: readonly StratumTable[]): MantelHaenszel {
  let excess = 0;
  let variance = 0;
  const odds = { up: 0, down: 0 };
  const risk = { up: 0, down: 0 };
  const difference = { up: 0, down: 0 };
  const told = strata.filter(([a, b, c, d]) => a + b > 0 && c + d > 0);
  for (const [a, b, c, d] of told) {
    const n = a + b + c + d;
    excess += a - ((a + b) * (a + c)) / n;
    if (n > 1) variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
    odds.up += (a * d) / n;
    odds.down += (b * c) / n;
    risk.up += (a * (c + d)) / n;
    risk.down += (c * (a + b)) / n;
    difference.up += (a * (c + d) - c * (a + b)) / n;
    difference.down += ((a + b) * (c + d)) / n;
  }
  const quotient = ({ up, down }: { up: number; down: number }) => (down > 0 ? up / down : null);
  const chiSquare = variance > 0 ? (excess * excess) / variance : null;
  const oddsRatio = quotient(odds);
  return {
    chiSquare,
    correctedChiSquare: variance > 0 ? Math.max(0, Math.abs(excess) - 0.5) ** 2 / variance : null,
    pValue: chiSquare === null ? null : upperChiSquare(chiSquare, 1),
    oddsRatio,
    riskRatio: quotient(risk),
    riskDifference: quotient(difference),
    homogeneityPValue: oddsRatio === null || !(oddsRatio > 0) ? null : breslowDay(told, oddsRatio),
  };
}

function breslowDay(strata: readonly StratumTable[], oddsRatio: number): number | null {
  let statistic = 0;
  let excess = 0;
  let total = 0;
  let asked = 0;
  for (const [a, b, c, d] of strata) {
    const first = a + b;
    const second = c + d;
    const successes = a + c;
    if (successes === 0 || b + d === 0) continue;
    const expected = fitted(first, second, successes, oddsRatio);
    const variance =
      1 / (1 / expected + 1 / (first - expected) + 1 / (successes - expected) + 1 / (second - successes + expected));
    statistic += (a - expected) ** 2 / variance;
    excess += a - expected;
    total += variance;
    asked++;
  }
  if (asked < 2) return null;
  return upperChiSquare(Math.max(0, statistic - (excess * excess) / total), asked - 1);
}

/** The count of a table that has its margins and the odds ratio. */
function fitted(first: number, second: number, successes: number, oddsRatio: number): number {
  if (Math.abs(oddsRatio - 1) < 1e-12) return (first * successes) / (first + second);
  const square = 1 - oddsRatio;
  const linear = second - successes + oddsRatio * (first + successes);
  const constant = -oddsRatio * first * successes;
  const root = Math.sqrt(linear * linear - 4 * square * constant);
  return (-2 * constant) / (linear + root);
}

function upperChiSquare(value: number, freedom: number): number {
  return Math.max(0, 1 - incompleteGamma(freedom / 2, value / 2));
}
