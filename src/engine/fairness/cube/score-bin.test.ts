import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreBin } from "./score-bin.ts";

test("every edge k ÷ count opens its bin, and 1 closes the last", () => {
  for (const count of [7, 10, 1000]) {
    for (let k = 0; k < count; k++) expect(scoreBin(k / count, count)).toBe(k);
    expect(scoreBin(1, count)).toBe(count - 1);
  }
});

test("a score lies between the edges of its bin", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1, max: 5000 }),
      (score, count) => {
        const bin = scoreBin(score, count);
        expect(bin / count).toBeLessThanOrEqual(score);
        expect(score).toBeLessThan((bin + 1) / count);
      },
    ),
  );
});
