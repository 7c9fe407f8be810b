import { NoSignal } from "./no-signal.ts";

/** What a CSV text holds (RFC 4180, lines ended in any way), blank lines left out. */
export interface CsvRecords {
  readonly delimiter: string;
  readonly records: readonly (readonly string[])[];
  /** Whether the text ends within quotes: then the last record is cut off, and not among them. */
  readonly end: "whole" | "within-quotes";
}

const mostRecords = 200_000;

/**
 * The delimiter is the one of comma, semicolon and tab that the first line has most of.
 *
 * @throws NoSignal for more than 200,000 records.
 */
export function csvRecords(text: string): CsvRecords {
  const delimiter = delimiterOf(text);
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      const quoted = text[at] === '"' ? quotedCell(text, at) : { text: "", next: at };
      if (quoted === null) return { delimiter, records, end: "within-quotes" };
      // What stands between a closing quote and the delimiter belongs to the cell.
      const rest = plainCell(text, quoted.next, delimiter);
      record.push(quoted.text + rest.text);
      at = rest.next;
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    if (records.length > mostRecords)
      throw new NoSignal("", `table has more than ${mostRecords} rows; split it into several`);
    if (record.length > 1 || record[0]?.trim() !== "") records.push(record);
  }
  return { delimiter, records, end: "whole" };
}

/** The text that is read as these records. */
export function csvText(records: readonly (readonly string[])[], delimiter: string): string {
  const written = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return records.map((record) => `${record.map(written).join(delimiter)}\n`).join("");
}

interface Cell {
  readonly text: string;
  readonly next: number;
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  const stop = delimiter.charCodeAt(0);
  let next = start;
  for (; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === stop || code === 10 || code === 13) break;
  }
  return { text: text.slice(start, next), next };
}

function quotedCell(text: string, start: number): Cell | null {
  let content = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    content += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { text: content, next: quote + 1 };
    content += '"';
    from = quote + 2;
  }
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end < 0 ? text : text.slice(0, end);
  const count = (char: string) => first.split(char).length;
  return [",", ";", "\t"].reduce((best, char) => (count(char) > count(best) ? char : best));
}
