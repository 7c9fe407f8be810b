/**
 * Which of several e-values to reject so that, under any dependence, the expected share of false rejections is at most
 * alpha (e-BH, Wang and Ramdas 2022): the k largest, k being the most for which the k-th largest is at least m ÷ (k · alpha).
 *
 * @param eValues - 0 or more; of a true hypothesis the mean is at most 1
 * @returns positions of the rejected ones, ascending
 * @example
 * eBenjaminiHochberg([40, 25, 12, 6, 1.2], 0.1) // => [0, 1]
 */
export function eBenjaminiHochberg(eValues: readonly number[], alpha: number): number[] {
  const order = eValues.map((_, k) => k).sort((i, j) => eValues[j]! - eValues[i]! || i - j);
  let rejected = 0;
  for (const [place, k] of order.entries()) {
    if (eValues[k]! * (place + 1) * alpha >= eValues.length) rejected = place + 1;
  }
  return order.slice(0, rejected).sort((a, b) => a - b);
}
