import type { GridPlace } from "../../register/grid-move.ts";
import { type FmeaSheet, type ModeDraft, withNewMode } from "./fmea-draft.ts";
import { type SheetColumn, sheetColumns } from "./sheet-columns.ts";

interface Pasted {
  readonly sheet: FmeaSheet;
  readonly rows: number;
  readonly newRows: number;
  /** Values that fell on columns that follow from the ratings, or past the last one. */
  readonly leftOut: number;
}

const mostModes = 5000;

/**
 * The sheet with a block of a spreadsheet put in at a place, row by row and column by column. Rows that are not there
 * are made. What cannot be read is kept as it was given, for its cell to say so; what falls on a figure is left out.
 */
export function pasteBlock(sheet: FmeaSheet, place: GridPlace, text: string): Pasted {
  const block = readBlock(text);
  const room = Math.max(0, Math.min(block.length, mostModes - place.row));
  let next = sheet;
  while (next.modes.length < place.row + room) next = withNewMode(next);
  const modes = [...next.modes];
  let leftOut = block.slice(room).reduce((sum, cells) => sum + cells.length, 0);
  for (const [down, cells] of block.slice(0, room).entries())
    for (const [right, cell] of cells.entries()) {
      const column = sheetColumns[place.column + right];
      const mode = modes[place.row + down]!;
      if (column?.edits) modes[place.row + down] = withText(mode, column.edits, cell);
      else if (cell !== "") leftOut++;
    }
  return { sheet: { modes }, rows: room, newRows: modes.length - sheet.modes.length, leftOut };
}

/** What became of a pasted block, in a sentence. */
export function pastedWords({ rows, newRows, leftOut }: Pasted): string {
  const made = newRows === 0 ? "" : `, ${newRows} of them new`;
  const lost =
    leftOut === 0 ? "" : ` ${leftOut} ${leftOut === 1 ? "value" : "values"} left out: figures follow from the ratings.`;
  return `${rows} ${rows === 1 ? "row" : "rows"} pasted${made}.${lost} Undo takes all of it back.`;
}

/** A failure mode with one of its texts written anew. */
export function withText(mode: ModeDraft, edits: NonNullable<SheetColumn["edits"]>, text: string): ModeDraft {
  if (edits === "id") return mode.id === text ? mode : { ...mode, id: text };
  const ratings = { ...mode[edits.when], [edits.field]: text };
  return { ...mode, [edits.when]: ratings };
}

/**
 * Rows and columns of text as spreadsheets copy it: parted by tabs and line ends, a cell that holds one of these in
 * quotes, quotes within it doubled. The line end after the last row makes no row. Breaks within a cell become spaces.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const raw = quoted ? quoted[0] : /^[^\t\n]*/.exec(rest)![0];
    const cell = quoted ? quoted[1]!.replaceAll('""', '"') : raw;
    row.push(cell.replace(/\s+/g, " ").trim());
    const after = rest.charAt(raw.length);
    rest = rest.slice(raw.length + 1);
    if (after === "\t") continue;
    rows.push(row);
    row = [];
    if (after === "") return rows;
  }
}
