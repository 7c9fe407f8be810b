/**
 * The largest amount of which every given one is a whole multiple (to 1e-9 of it), or undefined where there is none
 * down to a millionth of the largest. Zeros do not count; nothing given has no unit.
 *
 * @example
 * commonUnit([50000, 120000]) // => 10000
 */
export function commonUnit(amounts: readonly number[]): number | undefined {
  const positive = amounts.filter((amount) => amount > 0);
  const largest = positive.reduce((top, amount) => Math.max(top, amount), 0);
  let unit = 0;
  for (const amount of positive) {
    let [a, b] = unit > amount ? [unit, amount] : [amount, unit];
    while (b > 1e-9 * a) {
      const remainder = a - Math.round(a / b) * b;
      [a, b] = [b, Math.abs(remainder) <= 1e-9 * b ? 0 : Math.abs(remainder)];
      if (b > 0 && b < 1e-6 * largest) return undefined;
    }
    unit = a;
  }
  return unit > 0 ? unit : undefined;
}
