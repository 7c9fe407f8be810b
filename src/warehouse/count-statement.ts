import { type DimensionRole, SCORE_BINS, SUM_NAMES, type SumName } from "../engine/fairness/cube/decision-cube.ts";
import type { CountQuestion } from "./count-question.ts";
import { columnOf, type DecisionSource } from "./decision-source.ts";
import { type NumberColumn, numberColumns, outcomeSql } from "./row-numbers.ts";
import { sumColumns, withLogLoss } from "./score-sums-sql.ts";
import type { ColumnKind, SourceColumn } from "./source-column.ts";
import { doubleLiteral, plainText, type TextReading, timeTextLength } from "./sql-dialect.ts";

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
}

type Key = CountedKey & { readonly sql: string; readonly from: "source" | "numbers" };

/**
 * The one GROUP BY that a cube needs. With "exact" scores the score itself is counted by; with "bins" its bin, and the
 * sums that it leaves behind are added up. Texts "as-written" is quick; where that refuses a row, or a label has blanks
 * around it, "trimmed" is to be asked.
 */
export function countStatement(
  source: DecisionSource,
  question: CountQuestion,
  scores: "exact" | "bins",
  reading: TextReading,
): CountStatement {
  const regression = question.task.kind === "regression";
  const binned = scores === "bins" && question.score !== undefined && !regression;
  const keys = keysOf(source, question, binned);
  const sums = SUM_NAMES.filter((name) => {
    if (name === "weight" || name === "weightSquares") return question.weight !== undefined;
    return regression ? name !== "logLoss" : binned;
  });
  const needsNumbers = binned || sums.length > 0;
  const terms = regression || question.weight !== undefined ? "any" : "small";
  const rows = needsNumbers
    ? numberedRows(source, { question, keys, reading }, sums.includes("logLoss"))
    : plainRows(source, keys);
  const shown = keys.flatMap(({ reads }, k) => (reads === "none" ? [] : [`k${k}`]));
  const columns = sums.map((name) => sumColumns(source.dialect, name, terms));
  const selected = [
    ...shown,
    "CAST(count(*) AS double precision)",
    refusedSql(needsNumbers ? numberColumns(source, question, reading) : []),
    ...columns.flat(),
  ];
  const grouped = shown.length === 0 ? "" : ` GROUP BY ${shown.join(", ")}`;
  return {
    sql: `SELECT ${selected.join(", ")} FROM ${rows}${grouped}`,
    keys: keys.map(({ name, role, reads }) => ({ name, role, reads })),
    sums: sums.map((name, k) => ({ name, columns: columns[k]!.length })),
  };
}

function keysOf(source: DecisionSource, question: CountQuestion, binned: boolean): Key[] {
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
  if (binned) keys.push({ name: "score", role: "score", reads: "bin", sql: binSql, from: "numbers" });
  else if (score !== undefined) add("score", score, "score");
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

/** The engine's bin of a score s (score-bin.ts), of which `near` is the nearest guess: edges are compared as doubles. */
const bins = doubleLiteral(SCORE_BINS);
const atEdges = `CAST(s >= (near + 1) / ${bins} AS integer) - CAST(s < near / ${bins} AS integer)`;
const binSql = `CASE WHEN s IS NOT NULL THEN least(${SCORE_BINS - 1}, near + ${atEdges}) END`;

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
  const of = (from: Key["from"]) =>
    keys.flatMap(({ sql, reads, ...key }, k) => (reads === "none" || key.from !== from ? [] : [`${sql} AS k${k}`]));
  const read = [
    ...of("source"),
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
  const later = of("numbers");
  if (later.length === 0) return rows;
  const near = `(SELECT *, CAST(floor(s * ${bins}) AS integer) AS near FROM ${rows}${dialect.computedOnce}) AS guessed`;
  return `(SELECT *, ${later.join(", ")} FROM ${near}) AS binned`;
}
