import { expect, test } from "vitest";
import { shareAbove } from "./share-above.ts";

test("a year at the amount is not above it", () => {
  const years = Float64Array.of(-1, 0, 5, 5, 9);
  expect([-2, -1, 0, 5, 9].map((amount) => shareAbove(years, amount).estimate)).toEqual([
    1,
    0.8,
    expect.closeTo(0.6, 12),
    expect.closeTo(0.2, 12),
    0,
  ]);
  expect(shareAbove(years, 5).standardError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 5), 12);
});
