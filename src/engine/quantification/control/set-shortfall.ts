import type { SetYear } from "./portfolio-sets.ts";

/**
 * Mean of the worst 1 − level of the years of a set, off the grid, to about 1e-4: enough to rank sets.
 *
 * The best `level` of the years are taken off the exact mean, the years of the last cell by the share that fills them
 * up (Acerbi and Tasche 2002).
 *
 * @example
 * setShortfall({ masses: { offset: 0, step: 10, masses: Float64Array.of(0.5, 0.5) }, mean: 5, none: 0.5,
 *   reading: "steps" }, 0.75) // => 10
 */
export function setShortfall({ masses: { offset, step, masses }, mean }: SetYear, level: number): number {
  let reached = 0;
  let below = 0;
  for (let cell = 0; cell < masses.length && reached < level; cell++) {
    const mass = Math.min(masses[cell]!, level - reached);
    reached += mass;
    below += mass * (offset + cell * step);
  }
  return Math.max(0, mean - below) / (1 - level);
}
