import fc from "fast-check";
import { expect, test } from "vitest";
import { numberText, parseNumber } from "./number-text.ts";

test.each([
  ["20000", 20_000],
  ["20,000", 20_000],
  ["20k", 20_000],
  ["1.5m", 1_500_000],
  ["€ 2 m", 2_000_000],
  ["1.2bn", 1.2e9],
  ["30 %", 0.3],
  ["7%", 0.07],
  ["1 in 20", 0.05],
  ["3 in 1,000", 0.003],
  [".5", 0.5],
  ["-4", -4],
  ["0", 0],
  ["1e-3", 0.001],
])("%s is %d", (typed, value) => expect(parseNumber(typed)).toBe(value));

test.each(["", "abc", "1,5", "12 cats", "1.2.3", "5 q", "1 in 0", "--2", "1,00,000"])("%s is no number", (typed) =>
  expect(parseNumber(typed)).toBeNull(),
);

test("what a field shows reads back as the same number", () => {
  const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }), fc.integer({ min: 0 }));
  fc.assert(
    fc.property(numbers, fc.constantFrom("money", "probability", "events" as const), (value, kind) => {
      expect(parseNumber(numberText(value, kind))).toBe(value === 0 ? 0 : value);
    }),
  );
  expect(numberText(2_000_000, "money")).toBe("2,000,000");
  expect(numberText(0.07, "probability")).toBe("7 %");
});
