import { expect, test } from "vitest";
import { logBeta } from "../../stats/incomplete-beta.ts";
import { likeliestPrior, type RepeatedCount } from "./likeliest-prior.ts";

const bounds = [Math.log(1e-2), Math.log(1e6)] as const;
const lossOf = (groups: readonly RepeatedCount[]) => (mean: number, rows: number) =>
  groups.reduce(
    (sum, { successes, n, times }) =>
      sum +
      times *
        (logBeta(mean * rows, (1 - mean) * rows) - logBeta(successes + mean * rows, n - successes + (1 - mean) * rows)),
    0,
  );
const find = (groups: readonly RepeatedCount[], lnRows = 2) =>
  likeliestPrior(groups, { mean: 0.3, lnRows }, [...bounds], lossOf(groups));
const counts = (...groups: [number, number, number?][]) =>
  groups.map(([successes, n, times = 1]) => ({ successes, n, times }));

test("SciPy's maximum, from wherever it starts", () => {
  const groups = counts([3, 5], [30, 60], [12, 40], [1, 4], [55, 100]);
  for (const lnRows of [-3, 1, 5, 13]) {
    const { mean, lnRows: size } = find(groups, lnRows);
    expect(mean * Math.exp(size)).toBeCloseTo(20.5019, 3);
    expect((1 - mean) * Math.exp(size)).toBeCloseTo(23.7914, 3);
  }
});

test("groups that differ less than chance would make them end at the bound, with their joint rate", () => {
  const { mean, lnRows } = find(counts([10, 40, 9]));
  expect(lnRows).toBeCloseTo(bounds[1], 9);
  expect(mean).toBeCloseTo(0.25, 6);
});

test("no place around it is likelier", () => {
  const groups = counts([0, 30, 4], [29, 30, 2], [7, 12], [90, 400], [1, 1, 3]);
  const loss = lossOf(groups);
  const { mean, lnRows } = find(groups);
  for (const factor of [0.999, 1.001]) {
    expect(loss(mean * factor, Math.exp(lnRows))).toBeGreaterThan(loss(mean, Math.exp(lnRows)));
    expect(loss(mean, Math.exp(lnRows) * factor)).toBeGreaterThan(loss(mean, Math.exp(lnRows)));
  }
});
