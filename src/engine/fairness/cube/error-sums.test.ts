import fc from "fast-check";
import { expect, test } from "vitest";
import { errorSums } from "./error-sums.ts";
import { addToSums, exactSums, sumsAt } from "./exact-sums.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

test("the same as adding up errors one by one, to the rounding of scores", () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 30 }), fc.constantFrom(0, 1), (scores, y) => {
      const [score, scoreSquares] = [exactSums(1), exactSums(1)];
      for (const s of scores) {
        addToSums(score, 0, s);
        addToSums(scoreSquares, 0, s * s);
      }
      const sums = errorSums([scores.length], [y], { score, scoreSquares });
      const sumOf = (term: (s: number) => number) => scores.reduce((sum, s) => sum + term(s), 0);
      const within = 2 ** -44 * scores.length;
      expect(Math.abs(sumsAt(sums.error, 0) - sumOf((s) => y - s))).toBeLessThanOrEqual(within);
      expect(Math.abs(sumsAt(sums.errorSquares, 0) - sumOf((s) => (y - s) ** 2))).toBeLessThanOrEqual(within);
      expect(Math.abs(sumsAt(sums.absoluteError, 0) - sumOf((s) => Math.abs(y - s)))).toBeLessThanOrEqual(within);
    }),
  );
});

test("a cell whose outcome is not known adds nothing", () => {
  const [score, scoreSquares] = [exactSums(1), exactSums(1)];
  addToSums(score, 0, 0.5, 3);
  addToSums(scoreSquares, 0, 0.25, 3);
  for (const sums of Object.values(errorSums([3], [null], { score, scoreSquares }))) expect(sumsAt(sums, 0)).toBe(0);
});
