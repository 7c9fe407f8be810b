import { expect, test } from "vitest";
import { attributesTitle, groupLabel, sameGroup } from "./group-words.ts";

test("groups by their values; who has none is said to have none", () => {
  expect(groupLabel({ sex: "f", race: "(missing)" })).toBe("f, race not stated");
  expect(groupLabel({})).toBe("all");
  expect(attributesTitle(["sex", "race", "age"])).toBe("Sex, race and age");
  expect(attributesTitle(["sex"])).toBe("Sex");
});

test("one group, whatever the order of its attributes", () => {
  expect(sameGroup({ a: "1", b: "2" }, { b: "2", a: "1" })).toBe(true);
  expect(sameGroup({ a: "1" }, { a: "1", b: "2" })).toBe(false);
  expect(sameGroup({ a: "1" }, { b: "1" })).toBe(false);
});
