import { expect, test } from "vitest";
import { ratingBounds, ratingOf } from "./rating-bounds.ts";

test.each([
  ["occurrence", ratingBounds.occurrence],
  ["detection", ratingBounds.missed],
])("%s: nine rising bounds in (0, 1), each the start of its rating", (_, from) => {
  expect(from).toHaveLength(9);
  for (const [k, bound] of from.entries()) {
    expect(bound).toBeGreaterThan(from[k - 1] ?? 0);
    expect(bound).toBeLessThan(1);
    expect([ratingOf(bound, from), ratingOf(bound * (1 - 1e-12), from)]).toEqual([k + 2, k + 1]);
  }
  expect([ratingOf(0, from), ratingOf(1, from)]).toEqual([1, 10]);
});
