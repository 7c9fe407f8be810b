import type { CellPlace } from "./matrix-draft.ts";

/** All cells of the rectangle between two corners. */
export function cellsBetween(a: CellPlace, b: CellPlace): CellPlace[] {
  const span = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, k) => Math.min(from, to) + k);
  return span(a.row, b.row).flatMap((row) => span(a.column, b.column).map((column) => ({ row, column })));
}
