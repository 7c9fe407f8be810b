/**
 * Where a continuous function rises through 0 between low and high: f(low) ≤ 0 ≤ f(high). Regula falsi in which
 * an end that stays twice counts half (Illinois), to rounding; an end where f is 0 is the answer.
 *
 * @example
 * findRoot((x) => x * x - 2, { low: 0, high: 2 }) // => 1.41421356237
 */
export function findRoot(f: (x: number) => number, { low, high }: { low: number; high: number }): number {
  let [below, above] = [low, high];
  let [atBelow, atAbove] = [f(low), f(high)];
  let moved: "below" | "above" | undefined;
  for (let step = 0; step < 200; step++) {
    const spread = above - below;
    const least = 2e-16 * Math.max(Math.abs(below), Math.abs(above));
    if (atBelow >= 0 || spread <= 2 * least) return below;
    if (atAbove <= 0) return above;
    const secant = above - (atAbove * spread) / (atAbove - atBelow);
    // A secant that ends on an end still has to show on which side of it the root lies.
    const x = Math.min(above - least, Math.max(below + least, secant));
    const value = f(x);
    if (value === 0) return x;
    if (value < 0) {
      below = x;
      atBelow = value;
      if (moved === "below") atAbove /= 2;
      moved = "below";
    } else {
      above = x;
      atAbove = value;
      if (moved === "above") atBelow /= 2;
      moved = "above";
    }
  }
  return below + (above - below) / 2;
}
