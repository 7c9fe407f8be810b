import { expect, test } from "vitest";
import { checkedCandidates } from "./checked-candidates.ts";

const check = (...candidates: readonly { readonly id: string; readonly annualCost: number | null }[]) =>
  checkedCandidates(candidates, new Set(["on"]));

test("keeps the order and a cost of 0, and gives back only what a choice needs", () => {
  const named = { id: "b", annualCost: 0, name: "review of models" };
  expect(check(named, { id: "a", annualCost: 7 })).toEqual([
    { id: "b", annualCost: 0 },
    { id: "a", annualCost: 7 },
  ]);
  expect(check()).toEqual([]);
});

test.each([
  ["without a cost", [{ id: "a", annualCost: null }], "control a has no annual cost; give it one, or leave it out"],
  ["of a cost below 0", [{ id: "a", annualCost: -1 }], "control a: annual cost -1"],
  ["of no number", [{ id: "a", annualCost: Number.NaN }], "control a: annual cost NaN"],
  ["of endless cost", [{ id: "a", annualCost: Infinity }], "control a: annual cost Infinity"],
  ["that is on anyway", [{ id: "on", annualCost: 1 }], "control on is on in any case; leave it out of the candidates"],
  [
    "given twice",
    [
      { id: "a", annualCost: 1 },
      { id: "b", annualCost: 1 },
      { id: "a", annualCost: 2 },
    ],
    "control a given twice; give it once",
  ],
])("refuses a candidate %s by name", (_, candidates, message) => {
  expect(() => check(...candidates)).toThrow(RangeError);
  expect(() => check(...candidates)).toThrow(message);
});
