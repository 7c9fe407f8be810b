import type { Level } from "../scale.ts";
import { type AxisRange, axisRanges, type RiskDensity } from "./axis-ranges.ts";

/** The distribution of likelihood × impact within one cell. */
export interface CellRisk {
  /** Share of all risks that lie in the cell. */
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  /** Share of the cell's risks up to a value. */
  readonly cdf: (risk: number) => number;
}

/**
 * How risks lie within every cell, row by row, if likelihood and impact are independent, each with one density over its
 * whole scale.
 *
 * `uniform`: as many risks for each unit. `log-uniform`: as many for each factor; a lowest level that starts at 0 then
 * starts where a step as large as the next level's would begin.
 *
 * @example
 * cellRisks([{ name: "a", from: 0, to: 1 }], [{ name: "b", from: 0, to: 1 }], "uniform")[0]?.cdf(0.25).toFixed(6) // => "0.596574"
 */
export function cellRisks(likelihood: readonly Level[], impact: readonly Level[], density: RiskDensity): CellRisk[] {
  const [rows, columns] = [axisRanges(likelihood, density), axisRanges(impact, density)];
  const lengthOf = ([from, to]: AxisRange) => (density === "uniform" ? to - from : Math.log(to / from));
  const whole = (list: readonly AxisRange[]) => list.reduce((sum, range) => sum + lengthOf(range), 0);
  const all = whole(rows) * whole(columns);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      weight: (lengthOf(row) * lengthOf(column)) / all,
      low: row[0] * column[0],
      high: row[1] * column[1],
      cdf: density === "uniform" ? uniformProduct(row, column) : logUniformProduct(row, column),
    })),
  );
}

/** Area under x·y ≤ r within the rectangle, as a share of it. */
function uniformProduct([a, b]: AxisRange, [c, d]: AxisRange): (risk: number) => number {
  const area = (b - a) * (d - c);
  return (risk) => {
    if (risk <= a * c) return 0;
    if (risk >= b * d) return 1;
    // Up to `full` every y is allowed, up to `some` those below risk / x.
    const full = Math.min(b, Math.max(a, d === 0 ? b : risk / d));
    const some = c === 0 ? b : Math.min(b, risk / c);
    const beyond = some > full ? risk * Math.log(some / full) - c * (some - full) : 0;
    return ((full - a) * (d - c) + beyond) / area;
  };
}

/** Of logarithms: the sum of two uniform ones. */
function logUniformProduct([a, b]: AxisRange, [c, d]: AxisRange): (risk: number) => number {
  const [u, v] = [Math.log(b / a), Math.log(d / c)];
  const [short, long] = [Math.min(u, v), Math.max(u, v)];
  return (risk) => {
    const t = Math.log(risk / (a * c));
    if (!(t > 0)) return 0;
    if (t >= u + v) return 1;
    if (t <= short) return (t * t) / (2 * u * v);
    if (t <= long) return (t - short / 2) / long;
    return 1 - (u + v - t) ** 2 / (2 * u * v);
  };
}
