import fc from "fast-check";
import { expect, test } from "vitest";
import { formatGap, formatGapBeside, formatInterval, formatShare, ofHundred } from "./format-rate.ts";

test("a gap beside its limit is never rounded onto it or over it", () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(value, fc.constantFrom(0.8, 0.1, 0.05, 1), (gap, bound) => {
      fc.pre(Math.abs(gap - bound) > 1e-5);
      const read = Number(formatGapBeside(gap, bound));
      expect(Math.sign(read - bound)).toBe(Math.sign(gap - bound));
    }),
  );
  expect(formatGapBeside(0.7996, 0.8)).toBe("0.7996");
  expect(formatGapBeside(0.8, 0.8)).toBe("0.80");
  expect(formatGapBeside(0.56, 0.8)).toBe("0.56");
});

test("shares keep one decimal, gaps two, with a true minus and no minus zero", () => {
  expect([0, 0.5794, 1].map(formatShare)).toEqual(["0.0", "57.9", "100.0"]);
  expect([-0.25, -0.001, 0.8].map(formatGap)).toEqual(["−0.25", "0.00", "0.80"]);
  expect(formatInterval({ low: 0.571, high: 0.588 }, formatShare)).toBe("57.1–58.8");
  expect(formatInterval({ low: -0.28, high: 0.1 }, formatGap)).toBe("−0.28 to 0.10");
  expect(formatInterval({ low: null, high: null }, formatGap)).toBe("no interval");
});

test("few are not none and nearly all are not all", () => {
  expect([0, 0.001, 0.31, 0.999, 1].map(ofHundred)).toEqual(["0", "under 1", "31", "over 99", "100"]);
});
