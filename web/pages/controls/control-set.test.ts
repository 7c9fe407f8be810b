import { expect, test } from "vitest";
import { chosenSet, searchOfSet } from "./control-set.ts";
import { readControlsSearch } from "./controls-search.ts";

const controls = [
  { id: "review", status: "working" },
  { id: "filter", status: "working" },
  { id: "tests", status: "planned" },
  { id: "drill", status: "failing" },
] as const;

test("without a word the controls are as they are", () => {
  expect([...chosenSet(controls, {})]).toEqual(["review", "filter"]);
  expect(searchOfSet(controls, new Set(["review", "filter"]))).toEqual({ on: undefined, off: undefined });
});

test("what is switched is in the address and comes back from it", () => {
  const set = new Set(["filter", "tests", "drill"]);
  const search = searchOfSet(controls, set);
  expect(search).toEqual({ on: "tests,drill", off: "review" });
  expect(chosenSet(controls, readControlsSearch({ ...search }))).toEqual(set);
});

test("nonsense in the address is dropped", () => {
  expect(readControlsSearch({ on: "A B", off: 3, budget: "-4", measure: "colour" })).toEqual({});
  expect([...chosenSet(controls, { on: "unknown" })]).toEqual(["review", "filter"]);
});
