import { expect, test } from "vitest";
import { searchSet } from "./search-set.ts";

const additive = (worths: readonly number[]) => (on: ReadonlySet<number>) =>
  100 - [...on].reduce((sum, k) => sum + worths[k]!, 0);

test("one dear candidate beats what greedy would begin with", () => {
  const problem = { costs: [1, 10], budget: 10, measure: additive([2, 15]) };
  expect([...searchSet(problem)]).toEqual([1]);
});

test("an exchange mends what greedy took for its price", () => {
  const problem = { costs: [4, 5, 5], budget: 10, measure: additive([9, 10, 10]) };
  expect([...searchSet(problem)].sort()).toEqual([1, 2]);
});

test("what brings nothing beside the others is not funded, even for nothing", () => {
  const measure = (on: ReadonlySet<number>) => (on.has(1) ? 10 : on.has(0) ? 20 : 50);
  expect([...searchSet({ costs: [1, 5, 0], budget: 10, measure })]).toEqual([1]);
});

test("every set that it goes by is told", () => {
  const told: string[] = [];
  searchSet({ costs: [1, 1], budget: 2, measure: additive([3, 2]) }, (on, measure) => {
    told.push(`${[...on].join("+")}=${measure}`);
  });
  expect(told.slice(0, 3)).toEqual(["=100", "0=97", "0+1=95"]);
});
