import { drawUniform } from "../../stats/draw-uniform.ts";
import { type EstimateDraw, eachDraw } from "./estimate-draw.ts";

/** Cells of the table, each with its ends and its middle. */
const CELLS = 1024;
const POINTS = 2 * CELLS + 1;
/** How far, in widths of the cell, the middle may lie from the chord where the cell is read as a parabola. */
const BEND = 0.02;

/**
 * Draws by the inverse of a distribution function: `quantile(u)` of a uniform u, one random number a draw.
 *
 * A quantile may cost a search, so it is read from a table of 1024 cells, filled as they are met: a parabola through
 * three points where the middle lies within 2 % of the chord, which leaves an error near 1e-4 of the width of
 * the cell; the quantile itself in all others (a jump, a kink, an unbounded end).
 *
 * @param quantile - non-decreasing on (0, 1)
 *
 * @example
 * inverseDraw((p) => 2 * p).certain // => null
 */
export function inverseDraw(quantile: (p: number) => number): EstimateDraw {
  // Made with the first draw: reading an estimate only to check it costs nothing.
  let table = new Float64Array(0);
  const at = (point: number): number => {
    if (table.length === 0) table = new Float64Array(POINTS).fill(Number.NaN);
    const known = table[point]!;
    if (!Number.isNaN(known)) return known;
    table[point] = quantile(point / (POINTS - 1));
    return table[point]!;
  };
  return eachDraw((stream) => {
    const u = drawUniform(stream);
    const cell = Math.floor(u * CELLS);
    const low = at(2 * cell);
    const high = at(2 * cell + 2);
    const width = high - low;
    if (width === 0) return low;
    const bend = at(2 * cell + 1) - low - width / 2;
    if (width === Number.POSITIVE_INFINITY || Math.abs(bend) > BEND * width) return quantile(u);
    const t = u * CELLS - cell;
    return low + width * t + 4 * bend * t * (1 - t);
  });
}
