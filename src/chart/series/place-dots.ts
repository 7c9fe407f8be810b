import { type Box, boxAround, crosses, overlaps, type Point, type Segment } from "./box.ts";

export interface DotRoom {
  readonly cell: Box;
  /** From one dot's middle to the next. */
  readonly pitch: number;
  readonly taken: readonly Box[];
  readonly arrows: readonly Segment[];
}

export interface PlacedDots {
  readonly dots: readonly Point[];
  /** How many had no room, and where to say so. */
  readonly rest: { readonly at: Point; readonly count: number } | null;
}

/**
 * One dot a risk, in rows from the lower left of the cell, around what stands there. Where they do not all fit,
 * the last places give way to a count of the rest.
 */
export function placeDots(count: number, { cell, pitch, taken, arrows }: DotRoom): PlacedDots {
  if (count === 0) return { dots: [], rest: null };
  const radius = pitch * 0.36;
  const places: Point[] = [];
  for (let y = cell.bottom - pitch; y >= cell.top + pitch * 0.8; y -= pitch * 0.95)
    for (let x = cell.left + pitch * 1.1; x <= cell.right - pitch * 0.8; x += pitch) {
      const box = boxAround({ x, y }, radius);
      if (!taken.some((other) => overlaps(box, other)) && !arrows.some((arrow) => crosses(arrow, box)))
        places.push({ x, y });
    }
  if (count <= places.length) return { dots: places.slice(0, count), rest: null };
  const digits = String(count).length + 1;
  const room = Math.ceil((digits * 7) / pitch);
  const shown = Math.max(0, places.length - room);
  const at = places[shown] ?? { x: cell.left + pitch, y: cell.bottom - pitch };
  return { dots: places.slice(0, shown), rest: { at: { x: at.x - radius, y: at.y }, count: count - shown } };
}
