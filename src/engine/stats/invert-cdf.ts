/** A distribution function with its density, on an interval that holds the answer. */
export interface InvertibleCdf {
  readonly cdf: (x: number) => number;
  /** Left out: bisection alone. */
  readonly density?: ((x: number) => number) | undefined;
  readonly low: number;
  readonly high: number;
  readonly start?: number | undefined;
}

/**
 * The x in [low, high] where a distribution function reaches p: Newton's step while it stays inside the bracket and
 * shrinks it, else bisection. Ends when the bracket or the step is at rounding; at a jump it gives the jump.
 *
 * @example
 * invertCdf(0.25, { cdf: (x) => x, low: 0, high: 1 }).toFixed(9) // => "0.250000000"
 */
export function invertCdf(p: number, { cdf, density, low, high, start }: InvertibleCdf): number {
  if (cdf(low) >= p) return low;
  let below = low;
  let above = high;
  let x = start !== undefined && start > low && start < high ? start : low + (high - low) / 2;
  for (let step = 0; step < 1200; step++) {
    const excess = cdf(x) - p;
    if (excess >= 0) above = x;
    else below = x;
    if (excess === 0 && density) return x;
    const newton = density ? x - excess / density(x) : Number.NaN;
    const next = newton > below && newton < above ? newton : middle(below, above);
    if (Math.abs(next - x) <= 2e-16 * Math.abs(x) || next <= below || next >= above) return density ? next : above;
    x = next;
  }
  return above;
}

/** Geometric where the bracket spans magnitudes, so that small quantiles are reached in few steps. */
function middle(below: number, above: number): number {
  return below > 0 && above > 4 * below ? Math.sqrt(below) * Math.sqrt(above) : below + (above - below) / 2;
}
