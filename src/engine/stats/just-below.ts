/**
 * A number below y by two steps of its last digit at most: P(X ≤ justBelow(y)) is P(X < y).
 *
 * @example
 * justBelow(1) < 1 && justBelow(1) > 1 - 1e-15 // => true
 */
export function justBelow(y: number): number {
  return y - Math.max(Math.abs(y) * Number.EPSILON, Number.MIN_VALUE);
}
