import type { CountQuestion } from "./count-question.ts";
import { columnOf, type DecisionSource, type SourceColumn } from "./decision-source.ts";
import { textsOfClass } from "./plain-value.ts";
import { asDouble, doubleLiteral, plainText, quoted } from "./sql-dialect.ts";

/** A column that is read as a number, and what of it cannot be. */
export interface NumberColumn {
  readonly part: "score" | "weight" | "label";
  readonly column: SourceColumn;
  /** As a double; null where it is missing or cannot be read. */
  readonly sql: string;
  /** In SQL: true where the row is to be refused. */
  readonly refused: string;
  /** What it must be, in words. */
  readonly must: string;
}

const infinity = "CAST('Infinity' AS double precision)";

/** The columns of a question that are read as numbers. */
export function numberColumns(source: DecisionSource, question: CountQuestion): NumberColumn[] {
  const { task, missing } = question;
  const regression = task.kind === "regression";
  const read = (
    part: NumberColumn["part"],
    name: string | undefined,
    allowed: (sql: string) => string,
    must: string,
  ) => {
    const column = name === undefined ? undefined : columnOf(source, name);
    if (!column) return [];
    const number = asDouble(source.dialect, column, { missing, decimal: source.decimal });
    const isAllowed = `(${number} IS NOT NULL AND ${allowed(number)})`;
    const present = part === "weight" ? "TRUE" : `(${plainText(column, missing)}) IS NOT NULL`;
    return [
      {
        part,
        column,
        must,
        sql: `CASE WHEN ${isAllowed} THEN ${number} END`,
        refused: `(${present} AND NOT ${isAllowed})`,
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
export function outcomeSql(source: DecisionSource, { label, task, missing }: CountQuestion): string {
  const column = label === undefined ? undefined : columnOf(source, label);
  if (!column || task.kind === "regression") return "CAST(NULL AS double precision)";
  const either = (isPositive: string, isPresent: string) =>
    `CAST(CASE WHEN ${isPositive} THEN 1 WHEN ${isPresent} THEN 0 END AS double precision)`;
  const { kind, sql } = column;
  const positive = task.positiveLabel;
  if (kind === "boolean") {
    return either(positive === "1" ? sql : positive === "0" ? `NOT ${sql}` : "FALSE", `${sql} IS NOT NULL`);
  }
  if (kind === "number") {
    const isNumber = String(Number(positive)) === positive;
    return either(isNumber ? `${sql} = ${doubleLiteral(Number(positive))}` : "FALSE", `${sql} IS NOT NULL`);
  }
  const text = `(${plainText(column, missing)})`;
  return either(`${text} IN (${textsOfClass(positive).map(quoted).join(", ")})`, `${text} IS NOT NULL`);
}
