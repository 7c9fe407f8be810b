import type { Rounding } from "./rounding.ts";

/**
 * Adds one mass at a place between cells, counted in cells from 0: split by its distances, moved down or moved up. A
 * place within 1e-9 of a cell is that cell.
 *
 * @example
 * const masses = [0, 0, 0];
 * placeMass(1.25, 1, { rounding: "mean", add: (cell, mass) => void (masses[cell] += mass) });
 * masses // => [0, 0.75, 0.25]
 */
export function placeMass(
  at: number,
  mass: number,
  { rounding, add }: { readonly rounding: Rounding; readonly add: (cell: number, mass: number) => void },
): void {
  const near = Math.round(at);
  if (Math.abs(at - near) <= 1e-9 * Math.max(1, near)) add(near, mass);
  else if (rounding === "mean") {
    const cell = Math.floor(at);
    add(cell, mass * (cell + 1 - at));
    add(cell + 1, mass * (at - cell));
  } else add(rounding === "up" ? Math.ceil(at) : Math.floor(at), mass);
}
