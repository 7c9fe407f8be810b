import type { SourceColumn } from "./source-column.ts";

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
  /** 1 where a condition holds, 0 where it does not, as a double. */
  truth(condition: string): string;
  /** x · x; Postgres refuses a product below its smallest double, and that of such small numbers adds nothing. */
  square(x: string): string;
  /** The engine's own logarithm, where the database can call it. */
  readonly engineLn: ((x: string) => string) | null;
  /** After a subquery whose columns are to be computed once. */
  readonly computedOnce: string;
}

/** Characters of an ISO date that name the year, the month or the day. */
export const timeTextLength: { readonly [unit in TimeUnit]: number } = { year: 4, month: 7, day: 10 };

/** What a DuckDB session calls the engine's logarithm. */
export const ENGINE_LN = "engine_ln";

export const duckdbDialect: SqlDialect = {
  name: "duckdb",
  wholeNumber: "HUGEINT",
  textAsDouble: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  timeText: (sql, unit) => `left(CAST(${sql} AS VARCHAR), ${timeTextLength[unit]})`,
  truth: (condition) => `CAST(${condition} AS double precision)`,
  square: (x) => `(${x} * ${x})`,
  engineLn: (x) => `${ENGINE_LN}(${x})`,
  computedOnce: "",
};

/** What Postgres reads as a number without an error. */
const postgresNumber = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$|^[+-]?(nan|inf|infinity)$";

export const postgresDialect: SqlDialect = {
  name: "postgres",
  wholeNumber: "bigint",
  textAsDouble: (text) => `(CASE WHEN ${text} ~* '${postgresNumber}' THEN CAST(${text} AS double precision) END)`,
  timeText: (sql, unit) => `left(to_char(${sql}, 'YYYY-MM-DD'), ${timeTextLength[unit]})`,
  truth: (condition) => `CAST(CAST(${condition} AS integer) AS double precision)`,
  square: (x) => `(CASE WHEN abs(${x}) > ${doubleLiteral(1e-150)} THEN ${x} * ${x} WHEN ${x} IS NOT NULL THEN 0 END)`,
  engineLn: null,
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

/** Where a column has a value. Numbers in a column of numbers may mean a missing value too. */
export function isPresent({ kind, sql }: SourceColumn, missing: readonly string[]): string {
  if (kind === "text" || kind === "other") return `(${plainText({ name: "", kind, sql }, missing)}) IS NOT NULL`;
  const numbers = kind === "integer" || kind === "number" ? missingNumbers(missing) : [];
  return `(${sql} IS NOT NULL${numbers.length === 0 ? "" : ` AND ${sql} NOT IN (${numbers.join(", ")})`})`;
}

/** The same as what is not null; texts "as-written" take blanks for a value. */
export function presence(column: SourceColumn, missing: readonly string[], reading: TextReading): string {
  const { kind, sql } = column;
  const isNumber = kind !== "text" && kind !== "other";
  if (isNumber && missing.length === 0) return sql;
  if (isNumber || reading === "trimmed") return `CASE WHEN ${isPresent(column, missing)} THEN TRUE END`;
  return `CASE WHEN ${sql} NOT IN (${["", ...missing].map(quoted).join(", ")}) THEN TRUE END`;
}

function missingNumbers(missing: readonly string[]): string[] {
  return missing.flatMap((text) => (text !== "" && Number.isFinite(Number(text)) ? [doubleLiteral(Number(text))] : []));
}

/** Whether texts are taken as they stand, which is quick and nearly always enough, or without blanks around them. */
export type TextReading = "as-written" | "trimmed";

/** A column as a double; null where it is missing or no number. */
export function asDouble(
  dialect: SqlDialect,
  column: SourceColumn,
  { missing, decimal }: { readonly missing: readonly string[]; readonly decimal: "." | "," },
  reading: TextReading,
): string {
  const { kind, sql } = column;
  if (kind === "integer" || kind === "number") {
    const double = `CAST(${sql} AS double precision)`;
    return missingNumbers(missing).length === 0 ? double : `CASE WHEN ${isPresent(column, missing)} THEN ${double} END`;
  }
  if (kind === "boolean") return dialect.truth(sql);
  const isPlain = reading === "as-written" && missing.length === 0 && kind === "text";
  const text = isPlain ? sql : `(${plainText(column, missing)})`;
  return dialect.textAsDouble(decimal === "," ? `replace(${text}, ',', '.')` : text);
}
