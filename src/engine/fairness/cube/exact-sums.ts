/**
 * A column of sums that come out the same to the last bit in whatever order and parts they are added: every addend is
 * rounded once to a multiple of 2⁻⁴⁶ (1.4e-14), and from then on whole numbers are added. `coarse` counts units of 2⁻²⁰,
 * `fine` (0 … 2²⁶ − 1) units of 2⁻⁴⁶. Exact while a sum stays below 2³³ and fewer than 2²⁷ rows meet in a step; beyond
 * that as accurate as doubles are.
 */
export interface ExactSums {
  readonly coarse: Float64Array;
  readonly fine: Float64Array;
}

const COARSE = 2 ** 20;
const FINE = 2 ** 26;

/**
 * A column of zeros.
 *
 * @example
 * sumsAt(exactSums(2), 1) // => 0
 */
export function exactSums(length: number): ExactSums {
  return { coarse: new Float64Array(length), fine: new Float64Array(length) };
}

/**
 * Value of one of the sums, as the nearest double.
 *
 * @example
 * const sums = exactSums(1);
 * addToSums(sums, 0, 0.25);
 * addToSums(sums, 0, 0.5);
 * sumsAt(sums, 0) // => 0.75
 */
export function sumsAt(sums: ExactSums, index: number): number {
  return sums.coarse[index]! / COARSE + sums.fine[index]! / (COARSE * FINE);
}

/** Adds `times` × value to one of the sums: the same bits as adding value so many times. */
export function addToSums(sums: ExactSums, index: number, value: number, times = 1): void {
  const scaled = value * COARSE;
  const whole = Math.floor(scaled);
  const part = Math.round((scaled - whole) * FINE);
  carry(sums, index, whole * times, part * times);
}

/** Adds (sign 1) or takes away (sign −1) a sum of another column, whole number by whole number. */
export function combineSums(sums: ExactSums, index: number, other: ExactSums, at: number, sign: 1 | -1): void {
  carry(sums, index, sign * other.coarse[at]!, sign * other.fine[at]!);
}

function carry(sums: ExactSums, index: number, coarse: number, fine: number): void {
  const total = sums.fine[index]! + fine;
  const over = Math.floor(total / FINE);
  sums.fine[index] = total - over * FINE;
  sums.coarse[index] = sums.coarse[index]! + coarse + over;
}
