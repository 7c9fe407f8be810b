import { expect, test } from "vitest";
import { impactOfOtherKinds } from "./impact-of-other-kinds.ts";

test("is the worst kind but money", () => {
  expect(impactOfOtherKinds({ rights: 4, people: 2, money: 5 })).toBe(4);
});

test("a bare level, money alone and nothing say nothing of other kinds", () => {
  expect(impactOfOtherKinds(4)).toBeNull();
  expect(impactOfOtherKinds({ money: 5 })).toBeNull();
  expect(impactOfOtherKinds({})).toBeNull();
});
