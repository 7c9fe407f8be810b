import type { Level } from "./scale.ts";

/**
 * The one number that stands for a level: √(from · to), and half of `to` when the level starts at zero.
 *
 * The geometric middle, because the levels of a sound scale grow by a factor: it is the median of a quantity whose
 * logarithm is uniform over the level. In the unit of the level.
 *
 * @example
 * typicalValue({ name: "likely", from: 1, to: 4 }) // => 2
 * @example
 * typicalValue({ name: "minor", from: 0, to: 30000 }) // => 15000
 */
export function typicalValue(level: Level): number {
  return level.from === 0 ? level.to / 2 : Math.sqrt(level.from * level.to);
}
