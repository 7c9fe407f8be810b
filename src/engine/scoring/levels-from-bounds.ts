import type { Level } from "./scale.ts";

/** A level as a person writes it: only the last one may need its top. */
export interface LevelBound {
  readonly name: string;
  readonly from: number;
  readonly to?: number | undefined;
}

/**
 * Levels with both bounds: the top of each is the next one's `from`.
 *
 * A last level without a top gets from × (from ÷ previous from), the step that led to it, and from × 3 when the
 * previous one starts at zero. Without a top the highest cells would be open, and no colouring could be checked on them.
 *
 * `bounds` has at least two entries, strictly rising in `from`; a `to` that is not the last one's is not read.
 *
 * @example
 * levelsFromBounds([{ name: "a", from: 0 }, { name: "b", from: 2 }, { name: "c", from: 10 }])[2].to // => 50
 */
export function levelsFromBounds(bounds: readonly LevelBound[]): Level[] {
  return bounds.map((bound, index) => {
    const previousFrom = bounds[index - 1]?.from ?? 0;
    const step = previousFrom > 0 ? bound.from / previousFrom : 3;
    const to = bounds[index + 1]?.from ?? bound.to ?? bound.from * step;
    return { name: bound.name, from: bound.from, to };
  });
}
