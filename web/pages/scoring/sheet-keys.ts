import { type GridPlace, gridMove } from "../register/grid-move.ts";

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks of a cell that is not being edited. */
export type SheetAct =
  | { readonly kind: "go"; readonly to: GridPlace }
  | { readonly kind: "edit"; readonly typed: string | null }
  | { readonly kind: "clear" | "undo" | "free-tab" };

/** Where the focus goes from a cell that was typed into. */
export type LeaveCell = "stay" | "down" | "up" | "right" | "left";

/** As in a spreadsheet: arrows move, Enter and F2 open, typing replaces, Delete empties, Tab goes on, Esc lets Tab leave. */
export function sheetAct(
  place: GridPlace,
  key: Key,
  size: { readonly rows: number; readonly columns: number },
): SheetAct | null {
  const { key: name, shiftKey } = key;
  const isPlain = !key.ctrlKey && !key.metaKey;
  if (name === "Tab") {
    const to = nextByTab(place, shiftKey ? -1 : 1, size);
    return to && { kind: "go", to };
  }
  const to = gridMove(place, key, { ...size, rowsPerPage: 15 });
  if (to) return { kind: "go", to };
  if (name === "z" && !isPlain) return { kind: "undo" };
  if (!isPlain) return null;
  if (name === "Enter" || name === "F2") return { kind: "edit", typed: null };
  if (name === "Delete" || name === "Backspace") return { kind: "clear" };
  if (name === "Escape") return { kind: "free-tab" };
  return [...name].length === 1 && name !== " " ? { kind: "edit", typed: name } : null;
}

/** The next cell along the row, then the next row; null past either end, where Tab leaves the sheet. */
export function nextByTab(
  { row, column }: GridPlace,
  step: 1 | -1,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): GridPlace | null {
  const cell = row * columns + column + step;
  return cell < 0 || cell >= rows * columns ? null : { row: Math.floor(cell / columns), column: cell % columns };
}
