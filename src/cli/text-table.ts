/** One column of a table in the terminal. */
export interface Column<Row> {
  readonly title: string;
  readonly align?: "left" | "right";
  readonly text: (row: Row) => string;
}

/** Rows under titles, columns two blanks apart, each as wide as its widest text; no blanks at the end of a line. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => [...cells[index]!].length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => {
          const gap = " ".repeat(widths[index]! - [...cell].length);
          return columns[index]!.align === "right" ? gap + cell : cell + gap;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
