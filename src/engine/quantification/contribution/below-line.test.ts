import { expect, test } from "vitest";
import { belowLine, measureBelow } from "./below-line.ts";

const masses = Float64Array.of(0.5, 0.3, 0, 0.2);

test.each([
  [0.5, 0, 1],
  [0.8, 1, 1],
  [0.65, 1, 0.5],
  [0.9, 3, 0.5],
  [0.25, 0, 0.5],
])("the best %d of the years end in cell %d, of which %d counts", (level, cell, share) => {
  const line = belowLine({ offset: 0, step: 1, masses }, level);
  expect(line.cell).toBe(cell);
  expect(line.share).toBeCloseTo(share, 12);
});

test("a further loss pushes years over the line; in a window places before the start come round", () => {
  const line = { cell: 1, share: 0.5 };
  const fromZero = measureBelow(masses, line, "from-zero");
  expect([0, 1, 2].map(fromZero)).toEqual([0.65, 0.25, 0]);
  const window = measureBelow(masses, line, "window");
  expect([0, 1, 2, 3, 4].map((by) => Number(window(by).toFixed(12)))).toEqual([0.65, 0.45, 0.1, 0.3, 0.65]);
});
