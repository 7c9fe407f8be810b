import { expect, test } from "vitest";
import { cellProbability } from "./cell-probability.ts";

const reading = { likelihood: [0.2, 0.8], impact: [0.5, 0.3, 0.2], expectedAnnualLoss: 0 };

test("is the product of the levels' probabilities", () => {
  expect(cellProbability(reading, { cell: { likelihood: 2, impact: 3 }, otherKinds: null })).toBeCloseTo(0.16, 12);
  expect(cellProbability(reading, { cell: { likelihood: 2, impact: 3 }, otherKinds: 1 })).toBeCloseTo(0.16, 12);
});

test("where another kind holds the impact, milder money is in the cell too", () => {
  expect(cellProbability(reading, { cell: { likelihood: 1, impact: 2 }, otherKinds: 2 })).toBeCloseTo(0.16, 12);
  expect(cellProbability(reading, { cell: { likelihood: 1, impact: 3 }, otherKinds: 3 })).toBeCloseTo(0.2, 12);
});

test("over all cells sums to 1, with and without another kind", () => {
  for (const otherKinds of [null, 1, 2, 3]) {
    const impacts = [1, 2, 3].filter((impact) => impact >= (otherKinds ?? 1));
    const sum = [1, 2]
      .flatMap((likelihood) =>
        impacts.map((impact) => cellProbability(reading, { cell: { likelihood, impact }, otherKinds })),
      )
      .reduce((total, probability) => total + probability);
    expect(sum).toBeCloseTo(1, 12);
  }
});
