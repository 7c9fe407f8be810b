import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { levelOf, levelReachedFrom } from "./level-of.ts";

const { likelihood } = defaultScale;

describe("levelOf", () => {
  test.each([
    [0, 1],
    [0.0999, 1],
    [0.1, 2],
    [0.2999, 2],
    [0.3, 3],
    [1, 4],
    [2.999, 4],
    [3, 5],
    [10, 5],
    [1e9, 5],
    [Number.POSITIVE_INFINITY, 5],
  ])("%d events a year are level %d", (value, level) => {
    expect(levelOf(likelihood, value)).toBe(level);
  });

  test("a value below the first level is in the first", () => {
    expect(
      levelOf(
        [
          { name: "a", from: 0.5, to: 1 },
          { name: "b", from: 1, to: 2 },
        ],
        0.1,
      ),
    ).toBe(1);
  });

  test("a product that misses a bound by rounding has reached it", () => {
    expect(10 * (1 - 0.9)).toBeLessThan(1);
    expect(levelOf(likelihood, 10 * (1 - 0.9))).toBe(4);
    expect(levelOf(likelihood, 1 - 1e-6)).toBe(3);
  });

  test("never falls as the value rises", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20 }), fc.double({ min: 0, max: 20 }), (a, b) => {
        expect(levelOf(likelihood, Math.min(a, b))).toBeLessThanOrEqual(levelOf(likelihood, Math.max(a, b)));
      }),
    );
  });
});

test("levelReachedFrom is where levelOf turns", () => {
  const from = levelReachedFrom(likelihood[3]!);
  expect(levelOf(likelihood, from)).toBe(4);
  expect(levelOf(likelihood, from - 1e-12)).toBe(3);
});
