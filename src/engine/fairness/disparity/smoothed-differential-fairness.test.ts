import { expect, test } from "vitest";
import { smoothedDifferentialFairness } from "./smoothed-differential-fairness.ts";

test("the wider of both outcomes' largest log ratio", () => {
  const groups = [
    { positive: 90, n: 100 },
    { positive: 99, n: 100 },
    { positive: 50, n: 100 },
  ];
  expect(smoothedDifferentialFairness(groups)).toBeCloseTo(Math.log(50.5 / 101 / (1.5 / 101)), 12);
});

test("a group of which nothing is known is taken to be even; one group differs from none", () => {
  expect(
    smoothedDifferentialFairness([
      { positive: 0, n: 0 },
      { positive: 10, n: 20 },
    ]),
  ).toBeCloseTo(0, 12);
  expect(smoothedDifferentialFairness([{ positive: 1, n: 2 }])).toBeNaN();
});
