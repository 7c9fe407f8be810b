import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";
import { rateOf } from "../rate/rate.ts";
import { resampleClusterTables, resampleTable } from "./resample-table.ts";

const table = tableOf({ a: [30, 10, 5, 55], b: [3, 4, 2, 11] });

function spreadOf(statistic: (weight: Float64Array) => number, draw: (visit: (weight: Float64Array) => void) => void) {
  const values: number[] = [];
  draw((weight) => values.push(statistic(weight)));
  const mean = values.reduce((a, b) => a + b) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1)) };
}

test("rows: the total is kept, a group's size varies; within groups: each size is kept", () => {
  const sizes = { rows: new Set<number>(), within: new Set<number>() };
  const size = (weight: Float64Array, g: number) =>
    weight.subarray(g * OUTCOMES, (g + 1) * OUTCOMES).reduce((a, b) => a + b);
  resampleTable(table, { resampling: "rows", replicates: 50, seed: 1 }, (weight) => {
    sizes.rows.add(size(weight, 0));
    expect(size(weight, 2)).toBe(120);
  });
  resampleTable(table, { resampling: "rows-within-groups", replicates: 50, seed: 1 }, (weight) => {
    sizes.within.add(size(weight, 0));
    expect(size(weight, 0) + size(weight, 1)).toBe(size(weight, 2));
  });
  expect(sizes.rows.size).toBeGreaterThan(5);
  expect([...sizes.within]).toEqual([100]);
});

test("the spread of a rate is that of drawing rows: √(p (1 − p) ÷ n) within a group", () => {
  const statistic = (weight: Float64Array) => rateOf(weight, 0, "selectionRate");
  for (const resampling of ["rows", "rows-within-groups", "poisson"] as const) {
    const { mean, sd } = spreadOf(statistic, (visit) =>
      resampleTable(table, { resampling, replicates: 4000, seed: 3 }, visit),
    );
    expect(Math.abs(mean - 0.35)).toBeLessThan(0.004);
    expect(Math.abs(sd / Math.sqrt((0.35 * 0.65) / 100) - 1)).toBeLessThan(0.06);
  }
});

describe("weights", () => {
  // Rows of weight 1 and 3, as many of each in every outcome.
  const weighted: OutcomeTable = {
    ...table,
    weight: table.n.map((n) => 2 * n),
    weightSquares: table.n.map((n) => 5 * n),
    weights: "given",
  };

  test("Poisson multiplicities of cells have the spread of those of rows", () => {
    const statistic = (weight: Float64Array) => rateOf(weight, 0, "selectionRate");
    const cells = spreadOf(statistic, (visit) =>
      resampleTable(weighted, { resampling: "poisson", replicates: 4000, seed: 5 }, visit),
    );
    // Of rows: Σ w² (y − p)² ÷ (Σ w)².
    const truth = Math.sqrt((5 * (35 * 0.65 ** 2 + 65 * 0.35 ** 2)) / 200 ** 2);
    expect(Math.abs(cells.sd / truth - 1)).toBeLessThan(0.06);
  });
});

test("replicate k is the same whatever the number of replicates, and another with another seed", () => {
  const taken = (replicates: number, seed: number) => {
    const all: number[][] = [];
    resampleTable(table, { resampling: "rows", replicates, seed }, (weight) => all.push([...weight]));
    return all;
  };
  expect(taken(9, 1).slice(0, 4)).toEqual(taken(4, 1));
  expect(taken(4, 2)).not.toEqual(taken(4, 1));
});

test("rows that come in clusters spread as the clusters do, wider than rows would", () => {
  // Ten clusters of ten equal rows: five selected, five not.
  const clusters = Array.from({ length: 10 }, (_, k) => {
    const cluster = new Float64Array(OUTCOMES);
    cluster[k % 2 === 0 ? 0 : 1] = 10;
    return cluster;
  });
  const { sd } = spreadOf(
    (weight) => rateOf(weight, 0, "selectionRate"),
    (visit) => resampleClusterTables(clusters, { replicates: 4000, seed: 1 }, visit),
  );
  expect(Math.abs(sd / Math.sqrt(0.25 / 10) - 1)).toBeLessThan(0.06);
});
