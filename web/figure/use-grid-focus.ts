import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from "react";

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

interface GridFocus<T extends Element> {
  readonly grid: RefObject<T | null>;
  /** The cell that is in the tab order. */
  readonly current: GridCell;
  /** What each cell spreads: one of them is in the tab order, the arrow keys move among the rest. */
  readonly cellFocus: (cell: GridCell) => {
    readonly tabIndex: 0 | -1;
    readonly "data-cell": string;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Roving focus over a grid of rows and columns counted from 0 at the top left. Enter and Space are the cell's own. */
export function useGridFocus<T extends Element>(rows: number, columns: number, start: GridCell): GridFocus<T> {
  const grid = useRef<T>(null);
  const [at, setAt] = useState(start);
  const size = useRef({ rows, columns });
  size.current = { rows, columns };
  const current = { row: Math.min(at.row, rows - 1), column: Math.min(at.column, columns - 1) };

  const cellFocus = useCallback(
    (cell: GridCell) => ({
      tabIndex: cell.row === current.row && cell.column === current.column ? (0 as const) : (-1 as const),
      "data-cell": `${cell.row} ${cell.column}`,
      onFocus: () => setAt(cell),
      onKeyDown: (event: KeyboardEvent) => {
        const next = nextCell(event, cell, size.current.rows, size.current.columns);
        if (!next) return;
        event.preventDefault();
        setAt(next);
        grid.current?.querySelector<SVGElement | HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
      },
    }),
    [current.row, current.column],
  );
  return { grid, current, cellFocus };
}

function nextCell(event: KeyboardEvent, { row, column }: GridCell, rows: number, columns: number): GridCell | null {
  const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  switch (event.key) {
    case "ArrowUp":
      return { row: clamp(row - 1, rows), column };
    case "ArrowDown":
      return { row: clamp(row + 1, rows), column };
    case "ArrowLeft":
      return { row, column: clamp(column - 1, columns) };
    case "ArrowRight":
      return { row, column: clamp(column + 1, columns) };
    case "Home":
      return { row: event.ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: event.ctrlKey ? rows - 1 : row, column: columns - 1 };
    case "PageUp":
      return { row: 0, column };
    case "PageDown":
      return { row: rows - 1, column };
    default:
      return null;
  }
}
