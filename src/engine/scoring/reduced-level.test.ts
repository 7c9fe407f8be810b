import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { reducedLevel } from "./reduced-level.ts";

const { likelihood, impact } = defaultScale;

test.each([
  // typical 1.7320508 a year: × 0.6 = 1.039, × 0.5 = 0.866, × 0.1 = 0.173, × 0 = 0
  [4, 0.6, 4],
  [4, 0.5, 3],
  [4, 0.1, 2],
  [4, 0, 1],
  // typical 5.4772256 a year: × 0.5 = 2.739
  [5, 0.5, 4],
  [1, 0.5, 1],
])("likelihood %d with a share of %d left is %d", (level, share, expected) => {
  expect(reducedLevel(likelihood, level, share)).toBe(expected);
});

test("never rises, is itself with all left, and falls as the share falls", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.double({ min: 0, max: 1 }),
      fc.double({ min: 0, max: 1 }),
      (level, a, b) => {
        expect(reducedLevel(impact, level, 1)).toBe(level);
        expect(reducedLevel(impact, level, Math.min(a, b))).toBeLessThanOrEqual(
          reducedLevel(impact, level, Math.max(a, b)),
        );
        expect(reducedLevel(impact, level, a)).toBeLessThanOrEqual(level);
      },
    ),
  );
});
