import type { YearMasses } from "../exact/loss-curve.ts";

/** Where the best p of all years end, in cells of a grid: the years of the last cell count by a share of it. */
export interface BelowLine {
  readonly cell: number;
  readonly share: number;
}

/**
 * The line below which the best `level` of the years lie, an atom there shared.
 *
 * @example
 * belowLine({ offset: 0, step: 1, masses: Float64Array.of(0.5, 0.3, 0.2) }, 0.6) // => { cell: 1, share: 0.333 }
 */
export function belowLine({ masses }: YearMasses, level: number): BelowLine {
  let before = 0;
  for (let cell = 0; cell < masses.length; cell++) {
    const reached = before + masses[cell]!;
    if (reached >= level - 1e-12) return { cell, share: Math.min(1, (level - before) / masses[cell]!) };
    before = reached;
  }
  return { cell: masses.length - 1, share: 1 };
}

/**
 * The measure that masses leave below the line once a loss of `cells` joins them: of a probability, that of a year
 * below the line. In a window, whose cells stand for losses modulo its width, places before the start come round.
 *
 * @example
 * measureBelow(Float64Array.of(0.5, 0.3, 0.2), { cell: 1, share: 0.5 }, "from-zero")(1) // => 0.25
 */
export function measureBelow(
  masses: Float64Array,
  { cell, share }: BelowLine,
  kind: "from-zero" | "window",
): (cells: number) => number {
  const cells = masses.length;
  const sums = new Float64Array(cells + 1);
  for (let j = 0; j < cells; j++) sums[j + 1] = sums[j]! + masses[j]!;
  if (kind === "from-zero") return (by) => (by > cell ? 0 : sums[cell - by]! + share * masses[cell - by]!);
  return (by) => {
    const start = (((0 - by) % cells) + cells) % cells;
    const end = start + cell;
    const whole = end <= cells ? sums[end]! - sums[start]! : sums[cells]! - sums[start]! + sums[end - cells]!;
    return whole + share * masses[end % cells]!;
  };
}
