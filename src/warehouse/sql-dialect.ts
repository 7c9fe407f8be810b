import type { SourceColumn } from "./decision-source.ts";

export type TimeUnit = "year" | "month" | "day";

/** Where DuckDB and Postgres differ in words. */
export interface SqlDialect {
  readonly name: "duckdb" | "postgres";
  /** Whole numbers of any size. */
  readonly wholeNumber: string;
  /** Text as a double; null where it is none. */
  textAsDouble(text: string): string;
  /** A column of time as the text of its year, month or day. */
  timeText(sql: string, unit: TimeUnit): string;
  /** After a subquery whose columns are to be computed once. */
  readonly computedOnce: string;
}

/** Characters of an ISO date that name the year, the month or the day. */
export const timeTextLength: { readonly [unit in TimeUnit]: number } = { year: 4, month: 7, day: 10 };

export const duckdbDialect: SqlDialect = {
  name: "duckdb",
  wholeNumber: "HUGEINT",
  textAsDouble: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  timeText: (sql, unit) => `left(CAST(${sql} AS VARCHAR), ${timeTextLength[unit]})`,
  computedOnce: "",
};

/** What Postgres reads as a number without an error. */
const postgresNumber = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$|^[+-]?(nan|inf|infinity)$";

export const postgresDialect: SqlDialect = {
  name: "postgres",
  wholeNumber: "bigint",
  textAsDouble: (text) => `(CASE WHEN ${text} ~* '${postgresNumber}' THEN CAST(${text} AS double precision) END)`,
  timeText: (sql, unit) => `left(to_char(${sql}, 'YYYY-MM-DD'), ${timeTextLength[unit]})`,
  computedOnce: " OFFSET 0",
};

/** Text between quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A double as it is, to the last bit. */
export function doubleLiteral(value: number): string {
  return `CAST('${value}' AS double precision)`;
}

/** A column's text without blanks around it; null where nothing is left, or what is left means that it is missing. */
export function plainText({ kind, sql }: SourceColumn, missing: readonly string[]): string {
  const text = kind === "text" ? `trim(${sql}, ${blanks})` : `CAST(${sql} AS VARCHAR)`;
  const none = ["", ...missing].map(quoted).join(", ");
  return `CASE WHEN ${text} NOT IN (${none}) THEN ${text} END`;
}

/** What is cut off at both ends of a text: as JavaScript's trim does with what keyboards write. */
const blanks = `chr(32) || chr(9) || chr(10) || chr(13) || chr(160)`;

/** A column as a double; null where it is missing or no number. */
export function asDouble(
  dialect: SqlDialect,
  column: SourceColumn,
  { missing, decimal }: { readonly missing: readonly string[]; readonly decimal: "." | "," },
): string {
  const { kind, sql } = column;
  if (kind === "integer" || kind === "number") return `CAST(${sql} AS double precision)`;
  if (kind === "boolean") return `CASE WHEN ${sql} THEN 1.0 WHEN NOT ${sql} THEN 0.0 END`;
  const text = plainText(column, missing);
  return dialect.textAsDouble(decimal === "," ? `replace(${text}, ',', '.')` : `(${text})`);
}
