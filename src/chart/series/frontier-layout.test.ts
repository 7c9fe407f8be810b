import { expect, test } from "vitest";
import { chosenStep, layoutFrontier } from "./frontier-layout.ts";

const steps = [
  { cost: 0, loss: 8_000_000 },
  { cost: 40_000, loss: 5_000_000 },
  { cost: 160_000, loss: 4_000_000 },
];
const room = { steps, currency: "EUR", width: 600, height: 240 };

test("a budget chooses the last step that it reaches", () => {
  expect([0, 39_999, 40_000, 100_000, 1e9].map((budget) => chosenStep(steps, budget))).toEqual([0, 0, 1, 1, 2]);
  expect(chosenStep([], 10)).toBe(-1);
});

test("the line holds until the money is enough, then steps straight down, and goes on to the edge", () => {
  const { d, steps: marks, plot } = layoutFrontier({ ...room, budget: 100_000 });
  expect(d.match(/[ML]/g)).toHaveLength(6);
  expect(d.endsWith(`L${plot.right} ${marks[2]!.y}`)).toBe(true);
  expect(marks.map(({ state }) => state)).toEqual(["within", "chosen", "beyond"]);
  expect(marks[0]!.y).toBeLessThan(marks[1]!.y);
});

test("a place across is a cost, and the budget's own place is its own", () => {
  const { costAt, budget } = layoutFrontier({ ...room, budget: 100_000 });
  expect(costAt(budget.x) / 100_000).toBeCloseTo(1, 2);
  expect(budget.text).toBe("budget €100k");
});

test("a budget beyond every set still stands inside the plot", () => {
  const { budget, plot } = layoutFrontier({ ...room, budget: 900_000 });
  expect(budget.x).toBeLessThanOrEqual(plot.right);
  expect(budget.anchor).toBe("end");
});
