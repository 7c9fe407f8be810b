import type { Level } from "./scale.ts";

/**
 * Share of a bound by which a value may miss it and still have reached it, so that the rounding of a product
 * (10 × (1 − 0.9) is a little less than 1) never decides a level.
 */
const roundingSlack = 1e-9;

/**
 * The smallest value that has reached a level: its `from` less one part in 10⁹.
 *
 * @example
 * levelReachedFrom({ name: "likely", from: 1, to: 3 }) // => 1 ± 1e-8
 */
export function levelReachedFrom(level: Level): number {
  return level.from * (1 - roundingSlack);
}

/**
 * Level of a value: the highest one whose `from` the value has reached, counted from 1.
 *
 * A value below the first `from` is in the first level, a value above the last `to` in the last one.
 * A value within one part in 10⁹ below a bound has reached it.
 *
 * `levels` are rising in `from`; `value` is in their unit (loss events a year, or money), ≥ 0.
 *
 * @example
 * levelOf([{ name: "rare", from: 0, to: 0.1 }, { name: "likely", from: 0.1, to: 10 }], 0.1) // => 2
 */
export function levelOf(levels: readonly Level[], value: number): number {
  let level = levels.length;
  while (level > 1 && value < levelReachedFrom(levels[level - 1]!)) level -= 1;
  return level;
}
