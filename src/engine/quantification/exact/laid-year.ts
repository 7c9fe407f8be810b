import type { YearMasses } from "./loss-curve.ts";
import { placeMass } from "./place-mass.ts";
import type { Rounding } from "./rounding.ts";
import type { SolvedYear } from "./solve-year.ts";
import type { YearGrid } from "./year-grid.ts";

/** A year solved on its own grid, with its exact mean. */
export interface PlacedYear extends SolvedYear {
  readonly mean: number;
}

/**
 * Lays a solved year, its offset taken off, on a grid; `at` is the resolution it is taken at.
 *
 * @example
 * const at = { offset: 0, step: 2, masses: Float64Array.of(0.5, 0.5) };
 * laidYear({ mean: 1, fine: at, coarse: at, reading: "steps", bracket: undefined }, at,
 *   { grid: { step: 1, cells: 4, first: 0 }, rounding: "mean" }) // => [0.5, 0, 0.5, 0]
 */
export function laidYear(
  year: PlacedYear,
  at: YearMasses,
  { grid, rounding }: { readonly grid: YearGrid; readonly rounding: Rounding },
): Float64Array {
  const masses = new Float64Array(grid.cells);
  const wrapped = grid.first > 0;
  const add = (cell: number, mass: number) => {
    if (cell < grid.cells) masses[cell]! += mass;
    else if (wrapped) masses[cell % grid.cells]! += mass;
  };
  const ratio = at.step / grid.step;
  // Masses nearly as far apart as the cells, or farther, would show through as lumps: they are smeared over the gap.
  const smeared = rounding === "mean" && year.reading === "smooth" && ratio > 0.5;
  const parts = smeared ? tent(ratio) : POINT;
  const { masses: from } = at;
  for (let j = 0; j < from.length; j++) {
    const mass = from[j]!;
    if (!(mass > 0)) continue;
    const around = ((from[j - 1] ?? 0) + (from[j + 1] ?? 0)) / 2;
    const density = j === 0 ? 0 : mass > 8 * around ? around : mass;
    if (mass > density) placeMass(j * ratio, mass - density, { rounding, add });
    if (!(density > 0)) continue;
    for (let k = 0; k < parts.length; k += 2)
      placeMass(j * ratio + parts[k]!, density * parts[k + 1]!, { rounding, add });
  }
  placeRest(year, at, { rounding, scale: grid.step, add });
  return masses;
}

/**
 * What lies beyond a year's own grid goes to its mean, which the exact mean of the year gives; rounded down to the end
 * of that grid; rounded up beyond every other.
 */
function placeRest(
  year: PlacedYear,
  { offset, step, masses }: YearMasses,
  { rounding, scale, add }: { rounding: Rounding; scale: number; add: (cell: number, mass: number) => void },
): void {
  let inside = 0;
  let first = 0;
  for (let j = 0; j < masses.length; j++) {
    inside += masses[j]!;
    first += masses[j]! * j;
  }
  const rest = 1 - inside;
  const end = masses.length * step;
  if (rest < 1e-11 || rounding === "up") return;
  const mean = (year.mean - offset * inside - first * step) / rest - offset;
  placeMass((rounding === "down" ? end : Math.min(100 * end, Math.max(end, mean))) / scale, rest, { rounding, add });
}

/** Distance and share, by turns. */
const POINT = [0, 1] as const;

function tent(ratio: number): readonly number[] {
  const each = Math.ceil(2 * ratio);
  const parts: number[] = [];
  for (let k = 1 - each; k < each; k++) parts.push((k * ratio) / each, (each - Math.abs(k)) / (each * each));
  return parts;
}
