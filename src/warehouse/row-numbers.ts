import type { CountQuestion } from "./count-question.ts";
import { columnOf, type DecisionSource } from "./decision-source.ts";
import { textsOfClass } from "./plain-value.ts";
import type { SourceColumn } from "./source-column.ts";
import { asDouble, doubleLiteral, isPresent, plainText, presence, quoted, type TextReading } from "./sql-dialect.ts";

/** A column that is read as a number, and what of it cannot be. */
export interface NumberColumn {
  readonly part: "score" | "weight" | "label";
  readonly column: SourceColumn;
  /** As a double; null where it is missing or no number. */
  readonly sql: string;
  /** Whether such a double will do. */
  allowed(double: string): string;
  /** Not null where the row has a value, as far as a quick look tells. */
  readonly present: string;
  /** True where the row is to be refused. */
  readonly refused: string;
  /** What it must be, in words. */
  readonly must: string;
}

const infinity = "CAST('Infinity' AS double precision)";

/** The columns of a question that are read as numbers. */
export function numberColumns(source: DecisionSource, question: CountQuestion, reading: TextReading): NumberColumn[] {
  const { task, missing } = question;
  const regression = task.kind === "regression";
  const read = (
    part: NumberColumn["part"],
    name: string | undefined,
    allowed: (sql: string) => string,
    must: string,
  ): NumberColumn[] => {
    const column = name === undefined ? undefined : columnOf(source, name);
    if (!column) return [];
    const number = asDouble(source.dialect, column, { missing, decimal: source.decimal }, reading);
    const needed = part === "weight";
    return [
      {
        part,
        column,
        must,
        sql: number,
        allowed,
        present: needed ? "TRUE" : presence(column, missing, reading),
        refused: `(${needed ? "TRUE" : isPresent(column, missing)} AND ((${number}) IS NULL OR NOT (${allowed(number)})))`,
      },
    ];
  };
  const finite = (sql: string) => `${sql} > -${infinity} AND ${sql} < ${infinity}`;
  const fromZeroToOne = (sql: string) => `${sql} >= 0 AND ${sql} <= 1`;
  return [
    ...read(
      "score",
      question.score,
      regression ? finite : fromZeroToOne,
      regression ? "a number" : "a number from 0 to 1",
    ),
    ...read("weight", question.weight, (sql) => `${sql} >= 0 AND ${sql} < ${infinity}`, "a number, 0 or more"),
    ...(regression ? read("label", question.label, finite, "a number") : []),
  ];
}

/** Of a classification: 1 for the positive label, 0 for others, null where it is missing. */
export function outcomeSql(source: DecisionSource, question: CountQuestion, reading: TextReading): string {
  const column = labelOf(source, question);
  if (!column) return "CAST(NULL AS double precision)";
  const positive = source.dialect.truth(positiveSql(source, question, reading));
  const { missing } = question;
  if (column.kind !== "text" && column.kind !== "other")
    return missing.length === 0 ? positive : `CASE WHEN ${isPresent(column, missing)} THEN ${positive} END`;
  const text = labelText(column, missing, reading);
  return `CASE WHEN ${text} <> '' THEN ${positive} END`;
}

/** Whether a row of a classification has the positive label; not to be asked where the label is missing. */
export function positiveSql(source: DecisionSource, question: CountQuestion, reading: TextReading): string {
  const column = labelOf(source, question);
  const { task, missing } = question;
  if (!column || task.kind === "regression") return "FALSE";
  const { kind, sql } = column;
  const positive = task.positiveLabel;
  if (kind === "boolean") return positive === "1" ? sql : positive === "0" ? `NOT ${sql}` : "FALSE";
  if (kind === "integer" || kind === "number") {
    if (String(Number(positive)) !== positive) return "FALSE";
    return `${sql} = ${Number.isSafeInteger(Number(positive)) ? positive : doubleLiteral(Number(positive))}`;
  }
  return `${labelText(column, missing, reading)} IN (${textsOfClass(positive).map(quoted).join(", ")})`;
}

function labelOf(source: DecisionSource, { label, task }: CountQuestion): SourceColumn | undefined {
  return label === undefined || task.kind === "regression" ? undefined : columnOf(source, label);
}

function labelText(column: SourceColumn, missing: readonly string[], reading: TextReading): string {
  const isPlain = reading === "as-written" && missing.length === 0 && column.kind === "text";
  return isPlain ? column.sql : `(${plainText(column, missing)})`;
}
