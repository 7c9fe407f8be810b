import { expect, test } from "vitest";
import { verdictAt } from "./verdict-at.ts";

const difference = { kind: "difference", comparison: "between-groups", estimate: 0.2, low: 0.1, high: 0.3 } as const;
const ratio = { kind: "ratio", comparison: "between-groups", estimate: 0.7, low: 0.6, high: 0.8 } as const;

test.each([
  [difference, 0.05, "outside"],
  [difference, 0.1, "not-enough-evidence"],
  [difference, 0.2, "not-enough-evidence"],
  [difference, 0.3, "not-enough-evidence"],
  [difference, 0.31, "within"],
  [ratio, 0.9, "outside"],
  [ratio, 0.8, "not-enough-evidence"],
  [ratio, 0.6, "not-enough-evidence"],
  [ratio, 0.59, "within"],
] as const)("%o at %d: %s", (measured, bound, verdict) => {
  expect(verdictAt(measured, bound, 0)).toBe(verdict);
});

test("a group of which nothing is known keeps within from being said, and not outside", () => {
  expect(verdictAt(difference, 0.31, 1)).toBe("not-enough-evidence");
  expect(verdictAt(difference, 0.05, 1)).toBe("outside");
});

test("without a value or an interval there is no evidence", () => {
  expect(verdictAt({ ...ratio, estimate: null, low: null, high: null }, 0.8, 0)).toBe("not-enough-evidence");
});
