import { type DimensionRole, SCORE_BINS, SUM_NAMES, type SumName } from "../engine/fairness/cube/decision-cube.ts";
import type { CountQuestion } from "./count-question.ts";
import { columnOf, type DecisionSource } from "./decision-source.ts";
import { type NumberColumn, numberColumns, outcomeSql, positiveSql } from "./row-numbers.ts";
import { type Adding, sumColumns, withLogLoss, withLogLossUnits } from "./score-sums-sql.ts";
import type { ColumnKind, SourceColumn } from "./source-column.ts";
import { doubleLiteral, plainText, presence, type TextReading, timeTextLength } from "./sql-dialect.ts";

/** One dimension of the cube, and how its values come back; "none" has no column. */
export interface CountedKey {
  readonly name: string;
  readonly role: DimensionRole;
  readonly reads: ColumnKind | "bin" | "none";
}

export interface CountStatement {
  readonly sql: string;
  /** The first columns of the answer; then come the rows, and how many of them are refused. */
  readonly keys: readonly CountedKey[];
  /** Then the sums, each with so many columns. */
  readonly sums: readonly { readonly name: SumName; readonly columns: number }[];
  readonly adding: Adding;
}

type Key = CountedKey & { readonly sql: string; readonly from: "source" | "numbers" };

/** How a count is to be made; what is quick is tried first, and told to be wrong where it is. */
export interface CountManner {
  /** "exact" counts by the score itself; "bins" by its bin, and adds up the sums that it leaves behind. */
  readonly scores: "exact" | "bins";
  /** Texts "as-written" are quick; where that refuses a row, or misreads a label, "trimmed" is to be asked. */
  readonly reading: TextReading;
  /** Of binned scores without weights; "doubles" are quick, and "integers" without a limit. */
  readonly adding: "doubles" | "integers";
}

/** The one GROUP BY that a cube needs. */
export function countStatement(source: DecisionSource, question: CountQuestion, manner: CountManner): CountStatement {
  const { reading } = manner;
  const regression = question.task.kind === "regression";
  const weighted = question.weight !== undefined;
  const binned = manner.scores === "bins" && question.score !== undefined && !regression;
  const keys = keysOf(source, question, { binned, reading });
  const adding: Adding = regression || weighted ? "weighted" : manner.adding;
  const sums = SUM_NAMES.filter((name) => {
    if (name === "weight" || name === "weightSquares") return weighted;
    if (regression) return name !== "logLoss";
    // Without weights the sums about errors follow from the others.
    return binned && (weighted || name === "score" || name === "scoreSquares" || name === "logLoss");
  });
  const checksNumbers = adding === "weighted" && (binned || sums.length > 0);
  const rows = checksNumbers
    ? numberedRows(source, { question, keys, reading }, sums.includes("logLoss"))
    : binned
      ? scoredRows(source, { question, keys, reading })
      : plainRows(source, keys);
  const shown = keys.flatMap(({ reads }, k) => (reads === "none" ? [] : [`k${k}`]));
  const columns = sums.map((name) => sumColumns(source.dialect, name, adding));
  const selected = [
    ...shown,
    "CAST(count(*) AS double precision)",
    checksNumbers ? refusedSql(numberColumns(source, question, reading)) : doubleLiteral(0),
    ...columns.flat(),
  ];
  const grouped = shown.length === 0 ? "" : ` GROUP BY ${shown.join(", ")}`;
  return {
    sql: `SELECT ${selected.join(", ")} FROM ${rows}${grouped}`,
    keys: keys.map(({ name, role, reads }) => ({ name, role, reads })),
    sums: sums.map((name, k) => ({ name, columns: columns[k]!.length })),
    adding,
  };
}

function keysOf(
  source: DecisionSource,
  question: CountQuestion,
  { binned, reading }: { readonly binned: boolean; readonly reading: TextReading },
): Key[] {
  const keys: Key[] = [];
  const add = (role: DimensionRole, columnName: string | undefined, name: string) => {
    const column = columnName === undefined ? undefined : columnOf(source, columnName);
    keys.push({ name, role, reads: column?.kind ?? "none", sql: column ? keySql(column) : "", from: "source" });
  };
  for (const name of question.attributes) add("attribute", name, name);
  for (const name of question.controls) add("control", name, name);
  if (question.time) keys.push(timeKey(source, question.time, question.missing));
  if (question.model !== undefined) add("model", question.model, question.model);
  if (question.task.kind === "regression") return keys;
  const { decision, score } = question;
  add("label", question.label, "label");
  if (binned && decision !== undefined && "threshold" in decision) {
    const sql = `CAST(s >= ${doubleLiteral(decision.threshold)} AS integer)`;
    keys.push({ name: "decision", role: "decision", reads: "integer", sql, from: "numbers" });
  } else add("decision", decision !== undefined && "column" in decision ? decision.column : undefined, "decision");
  if (binned) {
    const none = question.weight === undefined ? binOfNone(source, question, reading) : "NULL";
    keys.push({ name: "score", role: "score", reads: "bin", sql: binSql(none), from: "numbers" });
  } else if (score !== undefined) add("score", score, "score");
  return keys;
}

/** What is grouped by: numbers as doubles, times and the like as text. */
function keySql({ kind, sql }: SourceColumn): string {
  if (kind === "number") return `CAST(${sql} AS double precision)`;
  return kind === "time" || kind === "other" ? `CAST(${sql} AS VARCHAR)` : sql;
}

/** Rows that have a score, weight or outcome which could not be read. */
function refusedSql(numbers: readonly NumberColumn[]): string {
  const refused = numbers.map(({ part }) => `(count(has_${part}) - count(${numberNames[part]}))`);
  return `CAST(${refused.join(" + ") || "0"} AS double precision)`;
}

const numberNames = { score: "s", weight: "w", label: "y" } as const;

function timeKey(source: DecisionSource, time: NonNullable<CountQuestion["time"]>, missing: readonly string[]): Key {
  const column = columnOf(source, time.column)!;
  const sql =
    column.kind === "time"
      ? source.dialect.timeText(column.sql, time.every)
      : `left(${plainText(column, missing)}, ${timeTextLength[time.every]})`;
  return { name: time.column, role: "time", reads: "text", sql, from: "source" };
}

const bins = doubleLiteral(SCORE_BINS);
/** Of scores that are none. */
const REFUSED_BIN = -1;

/**
 * The engine's bin of a score s (score-bin.ts), of which `near` is the nearest guess, and `scaled` lies in between: near an
 * edge, edges are compared as doubles. What is not in [0, 1] has a bin that is not there.
 */
function binSql(binOfNone: string): string {
  const last = `CASE WHEN s = 1 THEN ${SCORE_BINS - 1} ELSE ${REFUSED_BIN} END`;
  const atEdges = `WHEN s >= (near + 1) / ${bins} THEN near + 1 WHEN s < near / ${bins} THEN near - 1`;
  const exact = `CASE WHEN s >= 1 THEN ${last} ${atEdges} WHEN s IS NULL THEN ${binOfNone} ELSE near END`;
  return `CASE WHEN abs(scaled - near - 0.5) < ${doubleLiteral(0.5 - 1e-9)} THEN near ELSE ${exact} END`;
}

/** Where there is no double s: null where there is no score, a bin that is refused where it cannot be read. */
function binOfNone(source: DecisionSource, { score, missing }: CountQuestion, reading: TextReading): string {
  const { name, kind } = columnOf(source, score!)!;
  if (kind !== "text" && kind !== "other") return "NULL";
  const written = presence({ name, kind, sql: "written_score" }, missing, reading);
  return `CASE WHEN ${written} THEN ${REFUSED_BIN} END`;
}

function plainRows(source: DecisionSource, keys: readonly Key[]): string {
  const columns = keys.flatMap(({ sql, reads }, k) => (reads === "none" ? [] : [`${sql} AS k${k}`]));
  return `(SELECT ${columns.join(", ") || "1 AS one"} FROM ${source.relation}) AS decisions`;
}

/** Rows with score s, outcome y and weight w as doubles, and what tells whether they were there. */
function numberedRows(
  source: DecisionSource,
  { question, keys, reading }: { question: CountQuestion; keys: readonly Key[]; reading: TextReading },
  logLoss: boolean,
): string {
  const { dialect } = source;
  const numbers = numberColumns(source, question, reading);
  const none = "CAST(NULL AS double precision)";
  const read = [
    ...sqlOfKeys(keys, "source"),
    ...numbers.flatMap(({ part, sql, present }) => [`${sql} AS read_${part}`, `${present} AS has_${part}`]),
    ...(question.task.kind === "regression" ? [] : [`${outcomeSql(source, question, reading)} AS y`]),
  ];
  const numberOf = (part: NumberColumn["part"], otherwise: string) => {
    const number = numbers.find((one) => one.part === part);
    return number ? `CASE WHEN ${number.allowed(`read_${part}`)} THEN read_${part} END` : otherwise;
  };
  const columns = [
    "*",
    `${numberOf("score", none)} AS s`,
    `${numberOf("weight", doubleLiteral(1))} AS w`,
    ...(question.task.kind === "regression" ? [`${numberOf("label", none)} AS y`] : []),
  ];
  const inner = `(SELECT ${read.join(", ")} FROM ${source.relation}${dialect.computedOnce}) AS read`;
  let rows = `(SELECT ${columns.join(", ")} FROM ${inner}${dialect.computedOnce}) AS decisions`;
  if (logLoss) rows = withLogLoss(dialect, rows);
  return withLaterKeys(rows, keys, dialect.computedOnce);
}

/** Rows with score s as a double, whatever it is, and whether the label is the positive one. */
function scoredRows(
  source: DecisionSource,
  { question, keys, reading }: { question: CountQuestion; keys: readonly Key[]; reading: TextReading },
): string {
  const { dialect } = source;
  const score = numberColumns(source, question, reading).find(({ part }) => part === "score")!;
  const read = [
    ...sqlOfKeys(keys, "source"),
    `${score.sql} AS s`,
    `${score.column.sql} AS written_score`,
    `${positiveSql(source, question, reading)} AS is_positive`,
  ];
  const rows = `(SELECT ${read.join(", ")} FROM ${source.relation}${dialect.computedOnce}) AS read`;
  return withLaterKeys(withLogLossUnits(dialect, rows), keys, dialect.computedOnce);
}

function sqlOfKeys(keys: readonly Key[], from: Key["from"]): string[] {
  return keys.flatMap(({ sql, reads, ...key }, k) =>
    reads === "none" || key.from !== from ? [] : [`${sql} AS k${k}`],
  );
}

function withLaterKeys(rows: string, keys: readonly Key[], computedOnce: string): string {
  const later = sqlOfKeys(keys, "numbers");
  if (later.length === 0) return rows;
  const scaled = `(SELECT *, s * ${bins} AS scaled FROM ${rows}${computedOnce}) AS scaled_rows`;
  const near = `(SELECT *, floor(scaled) AS near FROM ${scaled}${computedOnce}) AS guessed`;
  return `(SELECT *, ${later.join(", ")} FROM ${near}) AS binned`;
}
