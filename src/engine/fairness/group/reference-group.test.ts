import { expect, test } from "vitest";
import { referenceGroup } from "./reference-group.ts";

const groups = [
  { sex: "f", race: "a" },
  { sex: "f", race: "b" },
  { sex: "m", race: "a" },
];
const about = { rows: [10, 40, 40], rates: [0.4, Number.NaN, 0.3] };

test("the largest, the best rate, the named one", () => {
  expect(referenceGroup(groups, { kind: "largest" }, about)).toBe(1);
  expect(referenceGroup(groups, { kind: "best-rate" }, about)).toBe(0);
  expect(referenceGroup(groups, { kind: "named", group: { sex: "m", race: "a" } }, about)).toBe(2);
});

test("those of whom a value is missing are nobody's reference, unless they are named", () => {
  const some = [{ sex: "(missing)" }, { sex: "f" }];
  expect(referenceGroup(some, { kind: "largest" }, { rows: [90, 4], rates: [0.9, 0.1] })).toBe(1);
  expect(referenceGroup(some, { kind: "named", group: { sex: "(missing)" } }, { rows: [], rates: [] })).toBe(0);
});

test("a name with fewer or other attributes", () => {
  expect(referenceGroup(groups, { kind: "named", group: { race: "b" } }, about)).toBe(1);
  expect(referenceGroup(groups, { kind: "named", group: { age: "old" } }, about)).toBeNull();
  expect(referenceGroup([], { kind: "named", group: { age: "old" } }, about)).toBeNull();
});

test("a value that does not occur is refused, with those that do", () => {
  expect(() => referenceGroup(groups, { kind: "named", group: { race: "c" } }, about)).toThrow(
    "reference group not found: race c; there are a, b",
  );
});

test("without rows or rates nobody qualifies", () => {
  expect(referenceGroup(groups, { kind: "largest" }, { rows: [0, 0, 0], rates: [] })).toBeNull();
  expect(referenceGroup(groups.slice(1, 2), { kind: "best-rate" }, { rows: [4], rates: [Number.NaN] })).toBeNull();
});
