import type { SourceColumn } from "./source-column.ts";
import type { SqlDialect } from "./sql-dialect.ts";

export type SourceFormat = "csv" | "parquet" | "ndjson" | "json" | "postgres";

export type SqlValue = string | number | bigint | boolean | null;

/** Lets a count be watched, and stopped. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** Told now and then which share of the rows was read, where that is known. */
  readonly onProgress?: (share: number) => void;
}

/** Where a row stands, as far as the source can tell: rows are numbered from 1, lines as an editor counts them. */
export interface RowPlace {
  readonly row?: number;
  readonly line?: number;
  readonly value: string;
}

/** A table of decisions where it lies. It answers SQL; what comes back are counts, never the table. */
export interface DecisionSource {
  /** For messages: the file, or the table. */
  readonly name: string;
  readonly format: SourceFormat;
  readonly columns: readonly SourceColumn[];
  readonly dialect: SqlDialect;
  /** The table in SQL. */
  readonly relation: string;
  /** "," where numbers are written with a decimal comma. */
  readonly decimal: "." | ",";
  /** Answers of one statement, in batches of rows. */
  batches(sql: string, watch?: Watch): AsyncIterable<readonly (readonly SqlValue[])[]>;
  /** The first row whose column fulfils a condition in SQL. */
  place(column: SourceColumn, condition: string): Promise<RowPlace | null>;
  /** SHA-256 of the file's bytes; a table in a database has none. */
  hash?(signal?: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/** A column by its name. */
export function columnOf(source: Pick<DecisionSource, "columns">, name: string): SourceColumn | undefined {
  return source.columns.find((column) => column.name === name);
}
