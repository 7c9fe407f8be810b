import type { CountQuestion } from "./count-question.ts";
import { columnOf, type DecisionSource } from "./decision-source.ts";
import { inputFailure } from "./input-failure.ts";
import { isPresent } from "./sql-dialect.ts";

/**
 * Refuses a regression with a row that lacks its label or its score: sums would take it for 0.
 *
 * @throws Failure `invalid-input` with the place of the first such row
 */
export async function checkComplete(source: DecisionSource, question: CountQuestion): Promise<void> {
  if (question.task.kind !== "regression") return;
  for (const [part, name] of [
    ["label", question.label],
    ["score", question.score],
  ] as const) {
    const column = name === undefined ? undefined : columnOf(source, name);
    const place = column && (await source.place(column, `NOT ${isPresent(column, question.missing)}`));
    if (!place) continue;
    const row = place.line === undefined && place.row !== undefined ? ` in row ${place.row}` : "";
    throw inputFailure(
      source,
      `${part} ${name}${row} is missing`,
      "a regression needs both numbers in each row; leave the row out",
      place.line,
    );
  }
}
