import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure } from "../contract/failure.ts";
import { type CsvShape, csvShape, lineOfRecord } from "./csv-shape.ts";
import type { DecisionSource, RowPlace, SourceFormat, SqlValue, Watch } from "./decision-source.ts";
import { type DuckdbSession, openDuckdb } from "./duckdb-session.ts";
import { fileBytes, readHead } from "./file-head.ts";
import { hashFile } from "./hash-file.ts";
import { inputFailure } from "./input-failure.ts";
import { firstBrokenLine, jsonColumns } from "./json-columns.ts";
import { readFailure } from "./read-failure.ts";
import type { ColumnKind, SourceColumn } from "./source-column.ts";
import { duckdbDialect, quoted } from "./sql-dialect.ts";

export interface FileReading {
  /** Of a CSV file; guessed unless given. */
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  /** What messages call it; its path unless given. */
  readonly name?: string;
}

/** Where a file lies, and what messages call it. */
interface NamedFile {
  readonly path: string;
  readonly name: string;
}

type FileFormat = Exclude<SourceFormat, "postgres">;

/**
 * A file of decisions: CSV (also .tsv), Parquet, NDJSON or a JSON list, CSV and JSON also packed by gzip.
 *
 * @throws Failure `invalid-input` for what cannot be read as such
 */
export async function openFile(path: string, reading: FileReading = {}): Promise<DecisionSource> {
  const file: NamedFile = { path, name: reading.name ?? path };
  if ((await stat(path).catch(() => null))?.isDirectory())
    throw inputFailure(file, "it is a folder", "name a file in it");
  const { bytes, isWhole } = await readHead(path, file.name);
  if (bytes.length === 0) throw inputFailure(file, "the file is empty", "give a file with one row for each decision");
  const format = formatOf(path, bytes);
  const session = await openDuckdb();
  try {
    if (format === "parquet") return await parquetSource(file, session);
    const text = utf8(file, bytes, isWhole);
    if (format !== "csv") {
      const names = await jsonColumns(file, text, isWhole, format);
      return textSource(file, session, { format, names, decimal: reading.decimal ?? "." });
    }
    const shape = csvShape(text, isWhole, reading.delimiter);
    checkHeader(file, shape);
    const decimal = reading.decimal ?? decimalOf(shape);
    return textSource(file, session, { format, names: shape.header, decimal, delimiter: shape.delimiter });
  } catch (cause) {
    await session.close();
    throw cause;
  }
}

function formatOf(path: string, bytes: Buffer): FileFormat {
  const name = path.toLowerCase().replace(/\.gz$/, "");
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1" || /\.(parquet|pq)$/.test(name)) return "parquet";
  if (/\.(ndjson|jsonl|json)$/.test(name))
    return bytes
      .subarray(0, 64)
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .trimStart()
      .startsWith("[")
      ? "json"
      : "ndjson";
  return "csv";
}

/** Files that hold decisions in a wrapping, by their first bytes. */
const packed: readonly [magic: Buffer, what: string, remedy: string][] = [
  [Buffer.of(0x1f, 0x8b), "the file is packed by gzip", "let its name end in .gz"],
  [Buffer.from("PK\x03\x04"), "the file is a zip archive, such as a spreadsheet", "export it as CSV, or unpack it"],
  [Buffer.of(0x28, 0xb5, 0x2f, 0xfd), "the file is packed by zstd", "unpack it, or pack it by gzip"],
];

/** The head as text; refused with its line where it is not UTF-8. */
function utf8(file: NamedFile, bytes: Buffer, isWhole: boolean): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw inputFailure(file, "the file is UTF-16", "save it as UTF-8");
  for (const [magic, what, remedy] of packed) {
    if (bytes.subarray(0, magic.length).equals(magic)) throw inputFailure(file, what, remedy);
  }
  if (bytes.subarray(0, 4096).includes(0))
    throw inputFailure(
      file,
      "the file holds bytes that are no text",
      "give CSV, Parquet, NDJSON or JSON, by that ending",
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    let line = 1;
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(0x0a, from);
      const part = bytes.subarray(from, end < 0 ? bytes.length : end);
      if (!isUtf8(part)) break;
      from = end + 1;
      line++;
    }
    throw inputFailure(file, "bytes that are not UTF-8", "save the file as UTF-8", line);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function checkHeader(file: NamedFile, { header }: CsvShape): void {
  if (header.every((name) => name.trim() === ""))
    throw inputFailure(file, "no line with the names of columns", "name them in the first line", 1);
  const fail = (column: number, what: string, remedy: string) =>
    inputFailure(file, `${what} (column ${column + 1})`, remedy, 1);
  for (const [k, name] of header.entries()) {
    const first = header.indexOf(name);
    if (name.trim() === "" && header.length > 1 && k > 0)
      throw fail(k, "a column without a name", "name it in the first line");
    if (first < k)
      throw fail(
        k,
        `column ${JSON.stringify(name)} occurs twice, first as column ${first + 1}`,
        "give each its own name",
      );
  }
}

/** A decimal comma: numbers with one, none with a point, in a file that does not part its values by commas. */
function decimalOf({ delimiter, records }: CsvShape): "." | "," {
  if (delimiter === ",") return ".";
  const values = records.flat();
  return values.some((value) => /^[+-]?\d+,\d+$/.test(value)) && !values.some((value) => /^[+-]?\d*\.\d+$/.test(value))
    ? ","
    : ".";
}

/** A path that DuckDB takes by the letter: what would match several files is put in brackets. */
function literalPath(path: string): string {
  return quoted(resolve(path).replace(/[*?[]/g, "[$&]"));
}

interface TextFile {
  readonly format: "csv" | "ndjson" | "json";
  readonly names: readonly string[];
  readonly decimal: "." | ",";
  readonly delimiter?: string;
}

/** CSV and JSON: every value is read as the text that it is. */
function textSource(
  file: NamedFile,
  session: DuckdbSession,
  { format, names, decimal, delimiter }: TextFile,
): DecisionSource {
  const sqlNames = names.map((name, k) => (format === "csv" ? `c${k}` : name));
  const types = sqlNames.map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ");
  const read =
    format === "csv"
      ? `read_csv(${literalPath(file.path)}, auto_detect = false, columns = {${types}}, header = true, delim = ${quoted(delimiter!)}, quote = '"', escape = '"')`
      : `read_json(${literalPath(file.path)}, auto_detect = false, columns = {${types}}, format = '${format === "json" ? "array" : "newline_delimited"}')`;
  const columns = names.map(
    (name, k): SourceColumn => ({ name, kind: "text", sql: `"${sqlNames[k]!.replaceAll('"', '""')}"` }),
  );
  return fileSource(file, session, { format, columns, relation: `${read} AS file`, decimal });
}

async function parquetSource(file: NamedFile, session: DuckdbSession): Promise<DecisionSource> {
  const relation = `read_parquet(${literalPath(file.path)}) AS file`;
  const columns: SourceColumn[] = [];
  const source = fileSource(file, session, { format: "parquet", columns, relation, decimal: "." });
  for await (const lines of source.batches(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${relation})`,
  )) {
    for (const [name, type] of lines) {
      columns.push({ name: String(name), kind: kindOf(String(type)), sql: `"${String(name).replaceAll('"', '""')}"` });
    }
  }
  return source;
}

function kindOf(type: string): ColumnKind {
  if (type === "VARCHAR" || type.startsWith("ENUM")) return type === "VARCHAR" ? "text" : "other";
  if (type === "BOOLEAN") return "boolean";
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return "integer";
  if (type === "DOUBLE" || type === "FLOAT" || type.startsWith("DECIMAL")) return "number";
  return type === "DATE" || type.startsWith("TIMESTAMP") ? "time" : "other";
}

function fileSource(
  { path, name }: NamedFile,
  session: DuckdbSession,
  about: Pick<DecisionSource, "columns" | "relation" | "decimal"> & { readonly format: FileFormat },
): DecisionSource {
  const { format, relation } = about;
  async function* batches(sql: string, watch?: Watch): AsyncGenerator<SqlValue[][]> {
    try {
      yield* session.batches(sql, watch);
    } catch (cause) {
      if (cause instanceof Failure) throw cause;
      const line = format === "ndjson" ? await firstBrokenLine(fileBytes(path, name)) : undefined;
      throw readFailure(name, format, cause as Error, line);
    }
  }
  async function place({ sql }: SourceColumn, condition: string): Promise<RowPlace | null> {
    const numbered = `SELECT CAST(${sql} AS VARCHAR) AS value, ${condition} AS found, row_number() OVER () AS row FROM ${relation}`;
    const first = `SELECT CAST(row AS double precision), value FROM (${numbered}) AS numbered WHERE found ORDER BY row LIMIT 1`;
    for await (const _ of batches("SET preserve_insertion_order = true"));
    for await (const [line] of batches(first)) {
      if (!line) continue;
      const row = Number(line[0]);
      // Empty lines are no rows; NDJSON has one row a line, as CSV has one a record.
      const at =
        format === "csv" || format === "ndjson"
          ? await lineOfRecord(
              fileBytes(path, name),
              format === "csv" ? row : row - 1,
              format === "csv" ? "quoted" : "plain",
            )
          : undefined;
      return { row, value: line[1] === null ? "" : String(line[1]), ...(at !== undefined && { line: at }) };
    }
    return null;
  }
  const hash = (signal?: AbortSignal) => hashFile(path, signal);
  return { name, dialect: duckdbDialect, ...about, batches, place, hash, close: () => session.close() };
}
