export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen: how far a page key goes. */
  readonly rowsPerPage: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
}

/** Where a key leads within a grid; null when it is not a key of movement. Edges hold, nothing wraps. */
export function gridMove(
  { row, column }: GridPlace,
  { key, ctrlKey, metaKey }: GridKey,
  size: GridSize,
): GridPlace | null {
  const whole = ctrlKey === true || metaKey === true;
  const at = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(size.rows - 1, nextRow)),
    column: Math.max(0, Math.min(size.columns - 1, nextColumn)),
  });
  switch (key) {
    case "ArrowDown":
      return at(whole ? size.rows : row + 1, column);
    case "ArrowUp":
      return at(whole ? 0 : row - 1, column);
    case "ArrowRight":
      return at(row, whole ? size.columns : column + 1);
    case "ArrowLeft":
      return at(row, whole ? 0 : column - 1);
    case "PageDown":
      return at(row + size.rowsPerPage, column);
    case "PageUp":
      return at(row - size.rowsPerPage, column);
    case "Home":
      return whole ? at(0, 0) : at(row, 0);
    case "End":
      return whole ? at(size.rows, size.columns) : at(row, size.columns);
    default:
      return null;
  }
}
