import type { Failure } from "../contract/failure.ts";
import { type DecisionCube, MOST_EXACT_SCORES, rowsOfCube } from "../engine/fairness/cube/decision-cube.ts";
import type { CountQuestion } from "./count-question.ts";
import { type CountManner, countStatement } from "./count-statement.ts";
import { columnOf, type DecisionSource, type Watch } from "./decision-source.ts";
import { inputFailure } from "./input-failure.ts";
import { addLines, cubeOfCells, type LooseCells, looseCells } from "./loose-cells.ts";
import { type NumberColumn, numberColumns } from "./row-numbers.ts";

/** Rows that are looked at to see whether scores are so many that they are counted in bins at once. */
const rowsLookedAt = 200_000;

/**
 * The cube of a source's decisions: one GROUP BY where the rows are, the same cells as the engine's own count row by row.
 * Scores are kept exactly up to 65,536 distinct ones, else in 1,000 bins.
 *
 * @throws Failure `invalid-input` for a column that is not there, a score or weight that is none, or no row at all;
 *   `cancelled` when the signal says so
 */
export async function countDecisions(
  source: DecisionSource,
  question: CountQuestion,
  watch: Watch = {},
): Promise<DecisionCube> {
  checkColumns(source, question);
  const counted = (await hasManyScores(source, question, watch)) ? null : await count(source, question, "exact", watch);
  const cells = counted ?? (await count(source, question, "bins", watch))!;
  if (cells.refused > 0 || hasBadScore(cells)) throw await numberMistake(source, question);
  const cube = cubeOfCells(cells);
  if (rowsOfCube(cube) === 0) throw noRows(source);
  return cube;
}

export function noRows(source: Pick<DecisionSource, "name">): Failure {
  return inputFailure(source, "no row of decisions", "give a file with one row for each decision");
}

/** Null when there turn out to be too many scores to count them exactly. */
async function count(
  source: DecisionSource,
  question: CountQuestion,
  scores: CountManner["scores"],
  watch: Watch,
): Promise<LooseCells | null> {
  let manner: CountManner = { scores, reading: "as-written", adding: "doubles" };
  for (;;) {
    const statement = countStatement(source, question, manner);
    const cells = looseCells(statement, question, source.decimal);
    for await (const lines of source.batches(statement.sql, watch)) {
      addLines(cells, lines);
      if (cells.tooManyScores) return null;
    }
    const isUnclear = cells.refused > 0 || (cells.hasBlankLabels && statement.sums.length > 0);
    if (isUnclear && manner.reading === "as-written") manner = { ...manner, reading: "trimmed" };
    else if (cells.hasRoundedSums && cells.refused === 0) manner = { ...manner, adding: "integers" };
    else return scores === "exact" && distinctScores(cells) > MOST_EXACT_SCORES ? null : cells;
  }
}

function distinctScores({ statement, dictionaries }: LooseCells): number {
  const score = statement.keys.findIndex(({ role }) => role === "score");
  if (score < 0) return 0;
  const scores = dictionaries[score]!;
  return scores.size - (scores.has(null) ? 1 : 0);
}

async function hasManyScores(
  source: DecisionSource,
  { score, task }: CountQuestion,
  { signal }: Watch,
): Promise<boolean> {
  if (score === undefined || task.kind === "regression") return false;
  const { sql } = columnOf(source, score)!;
  const some = `(SELECT ${sql} AS score FROM ${source.relation} LIMIT ${rowsLookedAt}) AS looked_at`;
  const asked = `SELECT CAST(count(DISTINCT score) AS double precision) FROM ${some}`;
  for await (const [line] of source.batches(asked, signal && { signal })) return Number(line?.[0]) > MOST_EXACT_SCORES;
  return false;
}

function hasBadScore({ statement, dictionaries }: LooseCells): boolean {
  const score = statement.keys.findIndex(({ role, reads }) => role === "score" && reads !== "bin");
  if (score < 0) return false;
  for (const value of dictionaries[score]!.keys()) {
    if (value !== null && !(Number(value) >= 0 && Number(value) <= 1)) return true;
  }
  return false;
}

function checkColumns(source: DecisionSource, question: CountQuestion): void {
  const { attributes, controls, label, decision, score, weight, time, model } = question;
  const decided = decision !== undefined && "column" in decision ? decision.column : undefined;
  for (const name of [...attributes, ...controls, label, decided, score, weight, time?.column, model]) {
    if (name !== undefined && !columnOf(source, name)) throw noSuchColumn(source, name);
  }
}

export function noSuchColumn(source: Pick<DecisionSource, "name" | "columns">, name: string): Failure {
  const names = source.columns.map((column) => column.name);
  const alike = names.find((known) => known.trim().toLowerCase() === name.trim().toLowerCase());
  const most = 40;
  const there = names.slice(0, most).join(", ") + (names.length > most ? ` and ${names.length - most} more` : "");
  return inputFailure(
    source,
    `no column ${JSON.stringify(name)}`,
    alike ? `did you mean ${JSON.stringify(alike)}?` : `there are ${there}`,
  );
}

/** The first row that is refused, with its place. */
async function numberMistake(source: DecisionSource, question: CountQuestion): Promise<Failure> {
  for (const number of numberColumns(source, question, "trimmed")) {
    const place = await source.place(number.column, number.refused);
    if (place !== null) return refusal(source, number, place);
  }
  // A damaged Parquet file can hold values that its own statistics deny, which a search for them believes.
  return inputFailure(source, "a score or weight that is none, in a row that is not found", "write the file again");
}

function refusal(
  source: DecisionSource,
  { part, column, must }: NumberColumn,
  place: { row?: number; line?: number; value: string },
): Failure {
  const row = place.line === undefined && place.row !== undefined ? ` in row ${place.row}` : "";
  const value = place.value === "" ? "is missing" : `${JSON.stringify(place.value)} is not ${must}`;
  const remedy = {
    score: `scale it to [0, 1], leave it empty where there is none, or leave the scores out`,
    weight: "give every row a weight; 0 leaves a row out",
    label: "give the outcome as a number, or leave it empty",
  }[part];
  return inputFailure(source, `${part} ${column.name}${row} ${value}`, remedy, place.line);
}
