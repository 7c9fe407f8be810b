import type { VerdictWord } from "../../../chart/series/fairness/forest-rows.ts";

/** What stands in a cell: words, and before them the mark of a verdict. */
export interface Cell {
  readonly text: string;
  /** A second line, in small print. */
  readonly small?: string;
  readonly verdict?: VerdictWord;
}

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column[];
  readonly parts: readonly { readonly title: string | null; readonly rows: readonly (readonly Cell[])[] }[];
  readonly note?: string;
}

/** What a chart is drawn of; a report without pictures has the tables that say the same. */
export type ChartSubject =
  /** Groups of these attributes, or of all choices of them where they are few. */
  | { readonly of: "rates"; readonly metric: string; readonly attributes: readonly string[] | "all" }
  | { readonly of: "disparities" }
  | { readonly of: "intersections"; readonly attributes: readonly [string, string]; readonly metric: string }
  | { readonly of: "calibration" }
  | { readonly of: "stages"; readonly index: number };

export type Block =
  | { readonly kind: "text" | "lead" | "small"; readonly text: string }
  | { readonly kind: "notice"; readonly title: string; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "command"; readonly text: string }
  | { readonly kind: "chart"; readonly subject: ChartSubject; readonly label: string }
  | { readonly kind: "details"; readonly summary: string; readonly blocks: readonly Block[] }
  | TableBlock;

export interface Term {
  readonly term: string;
  readonly text: string;
  /** Where it is a hash or a name that is copied. */
  readonly form?: "code";
}

/** A part of the report under a heading that says what was found. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What is measured, of whom. */
  readonly measure: string | null;
  readonly blocks: readonly Block[];
}

/** A table of plain words in one part. */
export function plainTable(
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly (readonly (string | Cell)[])[],
  note?: string,
): TableBlock {
  return {
    kind: "table",
    caption,
    columns: columns.map(columnOf),
    parts: [{ title: null, rows: rows.map((row) => row.map(cellOf)) }],
    ...(note !== undefined && { note }),
  };
}

/** A column of figures. */
export function figures(title: string): Column {
  return { title, align: "right" };
}

function columnOf(column: string | Column): Column {
  return typeof column === "string" ? { title: column, align: "left" } : column;
}

function cellOf(cell: string | Cell): Cell {
  return typeof cell === "string" ? { text: cell } : cell;
}
