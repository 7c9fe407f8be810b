import fc from "fast-check";
import { expect, test } from "vitest";
import { incompleteBeta } from "../stats/incomplete-beta.ts";
import { betaThrough } from "./beta-through.ts";

test("the beta has the ends as its 5 % and 95 % quantiles", () => {
  const ends = fc
    .tuple(fc.double({ min: 0.001, max: 0.97, noNaN: true }), fc.double({ min: 0.02, max: 0.9, noNaN: true }))
    .map(([low, share]) => ({ low, high: low + share * (1 - low) }));
  fc.assert(
    fc.property(ends, ({ low, high }) => {
      const beta = betaThrough({ low, high });
      expect(incompleteBeta(beta, low)).toBeCloseTo(0.05, 9);
      expect(incompleteBeta(beta, high)).toBeCloseTo(0.95, 9);
    }),
    { numRuns: 60 },
  );
});

test("the probability of the contrary is the same beta turned round", () => {
  const hit = betaThrough({ low: 0.02, high: 0.1 });
  const miss = betaThrough({ low: 0.9, high: 0.98 });
  expect(miss.alpha / hit.beta).toBeCloseTo(1, 7);
  expect(miss.beta / hit.alpha).toBeCloseTo(1, 7);
});

test.each([
  [0, 0.5, "give 0 < low < high < 1"],
  [0.5, 1, "give 0 < low < high < 1"],
  [0.5, 0.4, "give 0 < low < high < 1"],
  [0.5, 0.5005, "it is all but certain"],
  [1e-30, 1 - 1e-15, "it says nothing"],
])("%d to %d is refused", (low, high, remedy) => {
  expect(() => betaThrough({ low, high })).toThrow(remedy);
});
