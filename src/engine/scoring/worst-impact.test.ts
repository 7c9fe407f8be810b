import { expect, test } from "vitest";
import { worstImpact } from "./worst-impact.ts";

test("the worst kind decides, whatever the order of the kinds", () => {
  expect(worstImpact({ rights: 5, money: 3 })).toBe(5);
  expect(worstImpact({ money: 3, rights: 5 })).toBe(5);
  expect(worstImpact({ people: undefined, legal: 2 })).toBe(2);
});

test("a bare level is the impact", () => expect(worstImpact(4)).toBe(4));

test("no kind judged is no impact, not the lowest", () => {
  expect(worstImpact({})).toBeNull();
  expect(worstImpact({ money: undefined })).toBeNull();
});
