import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { groupAttributes, groupingOf, groupText, isSameGroup } from "./group.ts";

const cube = cubeOf(classes, [
  { values: { sex: "m", race: "x" }, label: "1", score: 0.5 },
  { values: { sex: "f", race: "x" }, label: "1", score: 0.5 },
  { values: { sex: "f", race: "" }, label: "1", score: 0.5 },
  { values: { sex: "f", race: "x" }, label: "0", score: 0.5 },
]);

test("groups are those that occur, in order, the missing value among them", () => {
  expect(groupingOf(cube, ["sex", "race"]).groups).toEqual([
    { sex: "f", race: "(missing)" },
    { sex: "f", race: "x" },
    { sex: "m", race: "x" },
  ]);
  expect(groupingOf(cube, ["race", "sex"]).groups.map(({ sex, race }) => [race, sex])).toEqual([
    ["(missing)", "f"],
    ["x", "f"],
    ["x", "m"],
  ]);
});

test("every cell belongs to its group, whatever the order of attributes", () => {
  const one = groupingOf(cube, ["sex", "race"]);
  const other = groupingOf(cube, ["race", "sex"]);
  for (const [cell, g] of one.groupOfCell.entries()) {
    expect(isSameGroup(one.groups[g]!, other.groups[other.groupOfCell[cell]!]!)).toBe(true);
  }
});

test("by nothing, all rows are one group", () => {
  expect(groupingOf(cube, [])).toMatchObject({ groups: [{}] });
});

test("an attribute that the cube has not is refused", () => {
  expect(() => groupingOf(cube, ["age"])).toThrow("attribute not in the cube: age; it has sex, race,");
});

test("every depth of intersection, single attributes first", () => {
  expect(groupAttributes(["a", "b", "c"]).map((choice) => choice.join(""))).toEqual([
    "a",
    "b",
    "c",
    "ab",
    "ac",
    "bc",
    "abc",
  ]);
  expect(groupAttributes(["a", "b", "c"], 1)).toEqual([["a"], ["b"], ["c"]]);
});

test("in words", () => {
  expect([groupText({ sex: "f", race: "x" }), groupText({})]).toEqual(["sex f, race x", "all"]);
});
