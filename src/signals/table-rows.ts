import type { Content } from "./content.ts";
import type { CsvRecords } from "./csv-records.ts";
import { shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";

export type Row = Readonly<Record<string, string>>;

const mostColumns = 2000;

/** Names of the columns and what stands below them. */
export interface TableRows {
  readonly header: readonly string[];
  /** A row as its cells by column, or what is wrong with it. */
  readonly rows: readonly (Row | NoSignal)[];
}

/** @throws NoSignal for what is no table, and for a header that names a column twice. */
export function tableOf(content: Content, format: string): CsvRecords {
  if (content.kind === "table") return content.table;
  throw new NoSignal("", `payload is JSON, not a table of ${format}; send CSV with a header`);
}

/** @throws NoSignal for a header that names a column twice. */
export function tableRows({ records, end }: CsvRecords): TableRows {
  const header = (records[0] ?? []).map((name) => name.trim());
  if (header.length > mostColumns)
    throw new NoSignal("header", `table has ${header.length} columns; send at most ${mostColumns}`);
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined) throw new NoSignal("header", `column ${shown(twice)} is there twice; name each column once`);
  const rows = records.slice(1).map((cells, position): Row | NoSignal => {
    if (cells.length === header.length)
      return Object.fromEntries(header.flatMap((name, at) => (name === "" ? [] : [[name, cells[at] ?? ""]])));
    const say = `row ${position + 1} has ${cells.length} cells and the header ${header.length}`;
    return new NoSignal(`rows[${position}]`, `${say}; quote cells that hold a delimiter`);
  });
  if (end === "within-quotes")
    rows.push(new NoSignal(`rows[${rows.length}]`, "table is cut off within a quoted cell; send it whole"));
  return { header, rows };
}

/** @throws NoSignal that a row is. */
export function wholeRow(row: Row | NoSignal): Row {
  if (row instanceof NoSignal) throw row;
  return row;
}

/** Those that are whole. */
export function wholeRows(rows: readonly (Row | NoSignal)[]): Row[] {
  return rows.filter((row): row is Row => !(row instanceof NoSignal));
}
