import { expect, test } from "vitest";
import { selectionSource } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { groupExclusions, includedGroups, rowsOfGroup } from "./group-exclusions.ts";

const source = selectionSource([
  [3, 9],
  [0, 0],
  [0, 4],
]);

test("groups without a value, and those too small, each with its reason", () => {
  expect([...groupExclusions(source, ["selectionRate"], 0)]).toEqual([[1, "empty"]]);
  expect([...groupExclusions(source, ["selectionRate"], 5)]).toEqual([
    [1, "below-minimum-support"],
    [2, "below-minimum-support"],
  ]);
  expect([...groupExclusions(source, ["selectionRate", "truePositiveRate"], 0).keys()]).toEqual([0, 1, 2]);
});

test("those that take part, and their rows", () => {
  expect(includedGroups(source, groupExclusions(source, ["selectionRate"], 0))).toEqual([0, 2]);
  expect([0, 1, 2, 3].map((g) => rowsOfGroup(source, g))).toEqual([9, 0, 4, 13]);
});
