import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const keys = ["owner", "system", "category", "event", "exceeds"];

test.each([
  ["ownr", "owner"],
  ["onwer", "owner"],
  ["sytems", "system"],
  ["Category", "category"],
  ["categories", "category"],
  ["exceed", "exceeds"],
  ["cat", "category"],
  ["evnt", "event"],
  ["weather", undefined],
  ["x", undefined],
  ["", undefined],
])("%s means %s", (typed, meant) => {
  expect(nearestName(typed, keys)).toBe(meant);
});

test("of several that are as near, the first is taken", () => {
  expect(nearestName("bat", ["cat", "bar"])).toBe("cat");
});

test("an abbreviation of two names is of neither", () => {
  expect(nearestName("prod", ["production", "productivity"])).toBeUndefined();
});
