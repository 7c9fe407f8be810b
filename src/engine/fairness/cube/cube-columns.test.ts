import { expect, test } from "vitest";
import { type CubeColumns, cubeColumns, cubeFromColumns } from "./cube-columns.ts";
import { addDecision, cubeOfDraft, draftCube } from "./cube-draft.ts";

function example() {
  const draft = draftCube({ attributes: ["sex"], task: { kind: "regression" }, scores: "given", weights: "given" });
  addDecision(draft, { values: { sex: "f" }, label: 3.1, score: 2.9, weight: 0.3 });
  addDecision(draft, { values: { sex: null }, label: -1, score: 7, weight: 2 });
  return cubeOfDraft(draft);
}

test("through JSON and back it is the same cube", () => {
  expect(cubeFromColumns(JSON.parse(JSON.stringify(cubeColumns(example()))))).toEqual(example());
});

test.each<[string, Partial<CubeColumns>]>([
  ["cube not readable: decision-cube version 2", { version: 2 as 1 }],
  ["column not of 2 cells: sex has 1", { codes: [[0]] }],
  ["code of sex not among its 2 values: 2", { codes: [[0, 2]] }],
  ["column not of 2 cells: weight has 0", { sums: { weight: { coarse: [], fine: [] } } }],
])("%s", (message, change) => {
  expect(() => cubeFromColumns({ ...cubeColumns(example()), ...change })).toThrow(message);
});
