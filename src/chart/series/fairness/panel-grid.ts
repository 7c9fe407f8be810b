import type { Box } from "../box.ts";
import { tenth } from "./axis-steps.ts";

/** Small charts of one size side by side, in as many rows as they need. */
export interface PanelGrid {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Box[];
}

interface PanelSize {
  readonly width: number;
  /** Room a panel needs at least. */
  readonly least: number;
  /** Room a panel takes at most. */
  readonly most: number;
  readonly gap: number;
  /** Room above and below the square of each panel: its name, its axis. */
  readonly above: number;
  readonly below: number;
  /** Room left of the first of a row, for the axis that all share. */
  readonly leftmost: number;
  /** Height of a panel by its width; square without it. */
  readonly shape?: number;
}

/** Places so many panels: as many in a row as fit, all of one width. */
export function panelGrid(count: number, size: PanelSize): PanelGrid {
  const { width, least, most, gap, above, below, leftmost, shape = 1 } = size;
  const room = width - leftmost;
  const inRow = Math.max(1, Math.min(count, Math.floor((room + gap) / (least + gap))));
  const side = Math.min(most, Math.floor((room - gap * (inRow - 1)) / inRow));
  const height = tenth(side * shape);
  const panels = Array.from({ length: count }, (_, k) => {
    const left = leftmost + (k % inRow) * (side + gap);
    const top = Math.floor(k / inRow) * (above + height + below) + above;
    return { left, top, right: left + side, bottom: tenth(top + height) };
  });
  return { width, height: tenth(Math.ceil(count / inRow) * (above + height + below)), panels };
}
