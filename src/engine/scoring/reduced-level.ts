import { levelOf } from "./level-of.ts";
import type { Level } from "./scale.ts";
import { typicalValue } from "./typical-value.ts";

/**
 * The level that remains of a level when controls leave a share of it: its typical value × share, read back.
 *
 * Never above the level itself; with a share of 1 exactly the level. A coarse reading: on steps of √10 it takes an
 * effectiveness of about 45 % to fall by one level and of about 82 % to fall by two.
 *
 * `level` counts from 1 and lies on the scale; `share` in [0, 1] is ∏(1 − mean effectiveness).
 *
 * @example
 * reducedLevel(defaultScale.likelihood, 4, 0.5) // => 3
 */
export function reducedLevel(levels: readonly Level[], level: number, share: number): number {
  return Math.min(level, levelOf(levels, typicalValue(levels[level - 1]!) * share));
}
