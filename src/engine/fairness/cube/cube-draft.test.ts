import { expect, test } from "vitest";
import { addDecision, type CubeDefinition, cubeOfDraft, draftCube } from "./cube-draft.ts";

const definition: CubeDefinition = {
  attributes: ["sex"],
  task: { kind: "classification", positiveLabel: "1" },
  scores: "given",
  weights: "given",
};

test.each([-0.1, 1.1, Number.NaN, Infinity])("score %s is refused", (score) => {
  expect(() => addDecision(draftCube(definition), { values: {}, score })).toThrow(`score not in [0, 1]: ${score}`);
});

test.each([-1, Number.NaN, Infinity])("weight %s is refused", (weight) => {
  expect(() => addDecision(draftCube(definition), { values: {}, weight })).toThrow(`weight not 0 or more: ${weight}`);
});

test("a row that is refused leaves no trace", () => {
  const draft = draftCube(definition);
  expect(() => addDecision(draft, { values: { sex: "x" }, score: 7 })).toThrow();
  expect(cubeOfDraft(draft)).toEqual(cubeOfDraft(draftCube(definition)));
});

test("a column cannot play two parts", () => {
  expect(() => draftCube({ ...definition, controls: ["sex"] })).toThrow("column named twice: sex");
});

test("a draft goes on after its cube was taken", () => {
  const draft = draftCube(definition);
  addDecision(draft, { values: { sex: "f" }, label: "1", score: 0.5, weight: 2 });
  const first = cubeOfDraft(draft);
  addDecision(draft, { values: { sex: "f" }, label: "1", score: 0.5, weight: 3 });
  expect([[...first.n], [...cubeOfDraft(draft).n]]).toEqual([[1], [2]]);
  expect([[...first.sums.weight!.coarse], [...cubeOfDraft(draft).sums.weight!.coarse]]).toEqual([
    [2 ** 21],
    [5 * 2 ** 20],
  ]);
});
