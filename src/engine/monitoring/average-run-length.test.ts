import { expect, test } from "vitest";
import { normalCdf } from "../stats/normal-cdf.ts";
import { averageRunLength } from "./average-run-length.ts";

test.each([
  // Montgomery, Introduction to Statistical Quality Control, tables of CUSUM and EWMA run lengths.
  [{ chart: "cusum", allowance: 0.5, interval: 5 } as const, 0, 930, 2],
  [{ chart: "cusum", allowance: 0.5, interval: 5 } as const, 1, 10.4, 0.05],
  [{ chart: "cusum", allowance: 0.5, interval: 4 } as const, 1, 8.38, 0.005],
  [{ chart: "ewma", lambda: 0.2, width: 2.962 } as const, 0, 500, 0.5],
  [{ chart: "ewma", lambda: 0.1, width: 2.814 } as const, 1, 10.3, 0.05],
])("%j with shift %d signals after %d readings, as published", (chart, shift, length, tolerance) => {
  expect(Math.abs(averageRunLength(chart, shift) - length)).toBeLessThan(tolerance);
});

test("an EWMA that remembers nothing is Shewhart's chart", () => {
  const chart = { chart: "ewma", lambda: 1, width: 3 } as const;
  expect(averageRunLength(chart, 0)).toBeCloseTo(1 / (2 * normalCdf(-3)), 6);
  expect(averageRunLength(chart, 2)).toBeCloseTo(1 / (normalCdf(-1) + normalCdf(-5)), 6);
});

test("a shift is found sooner the larger it is, either way for an EWMA", () => {
  const [ewma, cusum] = [
    { chart: "ewma", lambda: 0.2, width: 2.7 } as const,
    { chart: "cusum", allowance: 0.5, interval: 4 } as const,
  ];
  for (const chart of [ewma, cusum]) {
    const lengths = [0, 0.5, 1, 2, 4].map((shift) => averageRunLength(chart, shift));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(lengths.at(-1)).toBeGreaterThanOrEqual(1);
  }
  expect(averageRunLength(ewma, -1)).toBeCloseTo(averageRunLength(ewma, 1), 8);
});

test("what has no run length is refused", () => {
  expect(() => averageRunLength({ chart: "ewma", lambda: 0, width: 3 }, 0)).toThrow("lambda is 0");
  expect(() => averageRunLength({ chart: "ewma", lambda: 1.1, width: 3 }, 0)).toThrow("lambda is 1.1");
  expect(() => averageRunLength({ chart: "ewma", lambda: 0.2, width: 0 }, 0)).toThrow("width is 0");
  expect(() => averageRunLength({ chart: "cusum", allowance: 0.5, interval: -1 }, 0)).toThrow("interval is -1");
});
