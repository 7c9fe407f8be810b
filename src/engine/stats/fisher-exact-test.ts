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
  const probability = (x: number) =>
    Math.exp(
      fixed -
        lnFactorial(x) -
        lnFactorial(first - x) -
        lnFactorial(successes - x) -
        lnFactorial(second - successes + x),
    );
  const seen = probability(a);
  let twoSided = 0;
  let less = 0;
  let greater = 0;
  for (let x = low; x <= high; x++) {
    const p = probability(x);
    if (p <= seen * (1 + 1e-7)) twoSided += p;
    if (x <= a) less += p;
    if (x >= a) greater += p;
  }
  const cap = (p: number) => Math.min(1, p);
  return { twoSided: cap(twoSided), less: cap(less), greater: cap(greater), midLess: cap(less - seen / 2) };
}
