import { expect, test } from "vitest";
import { auditAnswer } from "../../../../test/harness/audit-answer.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { intersectionCells, layoutIntersection } from "./intersection-layout.ts";

const input = intersectionCells(auditAnswer(decisionsCube()), ["sex", "race"], "selectionRate");

test("the attribute with more values runs down, and every combination has a cell", () => {
  expect(input.rows.length).toBeGreaterThanOrEqual(input.columns.length);
  const { cells } = layoutIntersection(input, { width: 840 });
  expect(cells).toHaveLength(input.rows.length * input.columns.length);
});

test("what is unknown and what does not occur are two states, neither of them zero", () => {
  const { cells } = layoutIntersection(
    {
      rows: ["a", "b"],
      columns: ["x"],
      cells: [{ row: "a", column: "x", n: 3, figure: { estimate: null, reason: "no-decisions" } }],
      overall: null,
    },
    { width: 358 },
  );
  expect(cells.map(({ state, text }) => [state, text])).toEqual([
    ["unknown", "no decision is known"],
    ["no-such-group", ""],
  ]);
});

test("columns that do not fit beside each other go under each other, within the width", () => {
  const columns = Array.from({ length: 9 }, (_, k) => `c${k}`);
  const many = {
    ...input,
    columns,
    cells: columns.map((column) => ({ ...input.cells[0]!, row: input.rows[0]!, column })),
  };
  const { cells, height } = layoutIntersection(many, { width: 358 });
  for (const { left, width, top } of cells) {
    expect(left + width).toBeLessThanOrEqual(359);
    expect(top).toBeLessThan(height);
  }
  expect(new Set(cells.map(({ left, top }) => `${left} ${top}`)).size).toBe(cells.length);
});
