import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { drawNormal } from "../../stats/draw-normal.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import type { CubeDefinition } from "../cube/cube-draft.ts";
import { meanOfCells } from "./mean-of-cells.ts";

const regression: CubeDefinition = {
  attributes: ["sex"],
  task: { kind: "regression" },
  scores: "given",
  weights: "none",
};

test("errors of a regression, counted by hand", () => {
  const cube = cubeOf(regression, [
    { values: { sex: "f" }, label: 3, score: 1 },
    { values: { sex: "f" }, label: 1, score: 2 },
    { values: { sex: "m" }, label: -4, score: -4 },
  ]);
  const of = (name: Parameters<typeof meanOfCells>[2]) =>
    meanOfCells(cube, ["sex"], name, 1.96).map(({ estimate }) => estimate);
  expect(of("meanError")).toEqual([0.5, 0, 1 / 3]);
  expect(of("meanAbsoluteError")).toEqual([1.5, 0, 1]);
  expect(of("meanSquaredError")).toEqual([2.5, 0, 5 / 3]);
  expect(of("rootMeanSquaredError")[0]).toBeCloseTo(Math.sqrt(2.5), 12);
  expect(of("meanOutcome")[0]).toBe(2);
  expect(of("meanScore")).toEqual([1.5, -4, -1 / 3]);
});

test("of a regression's squared error cells say nothing, so there is no interval; one row has none either", () => {
  const cube = cubeOf(regression, [
    { values: { sex: "f" }, label: 3, score: 1 },
    { values: { sex: "m" }, label: 1, score: 1 },
    { values: { sex: "m" }, label: 5, score: 1 },
  ]);
  expect(meanOfCells(cube, ["sex"], "meanSquaredError", 1.96)[1]).toMatchObject({ method: "none", high: Infinity });
  expect(meanOfCells(cube, ["sex"], "meanError", 1.96)[0]).toMatchObject({ method: "none" });
  expect(meanOfCells(cube, ["sex"], "meanError", 1.96)[1]).toMatchObject({ method: "normal" });
});

test("rows without label or score do not count, a cube without scores has none of it", () => {
  const cube = cubeOf(classes, [
    { values: { sex: "f" }, label: "1", score: 0.5 },
    { values: { sex: "f" }, label: null, score: 0.9 },
    { values: { sex: "f" }, label: "1", score: null },
  ]);
  expect(meanOfCells(cube, [], "brier", 1.96)[0]).toMatchObject({ estimate: 0.25, n: 1 });
  expect(meanOfCells(cube, [], "meanScore", 1.96)[0]).toMatchObject({ estimate: 0.7, n: 2 });
  const bare = cubeOf({ ...classes, scores: "none" }, [{ values: { sex: "f" }, label: "1" }]);
  expect(meanOfCells(bare, [], "brier", 1.96)[0]).toEqual({ estimate: null, reason: "no-scores" });
});

test("the interval of a mean error covers in 93 to 97 % of samples of 40", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "error"), 0, 0);
  let covered = 0;
  const trials = 800;
  for (let trial = 0; trial < trials; trial++) {
    const rows = Array.from({ length: 40 }, () => ({ values: {}, label: 2 + drawNormal(stream), score: 1.5 }));
    const [measured] = meanOfCells(cubeOf({ ...regression, attributes: [] }, rows), [], "meanError", 1.959964);
    if (measured?.estimate !== null && measured!.low <= 0.5 && 0.5 <= measured!.high) covered++;
  }
  expect(covered / trials).toBeGreaterThan(0.925);
  expect(covered / trials).toBeLessThan(0.97);
});

test("R²: what scores explain of the outcomes' spread, below 0 where the mean would do better, none without spread", () => {
  const rows = [
    ...[1, 2, 4, 7].map((label, k) => ({ values: { sex: "f" }, label, score: label + [0.5, -0.5, 0.25, 0][k]! })),
    ...[1, 3].map((label) => ({ values: { sex: "m" }, label, score: 4 - label })),
    { values: { sex: "x" }, label: 5, score: 4 },
  ];
  const of = (weights: "none" | "given") => {
    const weighed = rows.map((row, k) => ({ ...row, weight: weights === "given" ? 1 + k : 1 }));
    return meanOfCells(cubeOf({ ...regression, weights }, weighed), ["sex"], "rSquared", 1.96);
  };
  const byHand = (weight: (k: number) => number) => {
    const four = rows.slice(0, 4).map(({ label, score }, k) => ({ label, score, w: weight(k) }));
    const sum = (term: (row: (typeof four)[number]) => number) => four.reduce((all, row) => all + row.w * term(row), 0);
    const mean = sum(({ label }) => label) / sum(() => 1);
    return 1 - sum(({ label, score }) => (label - score) ** 2) / sum(({ label }) => (label - mean) ** 2);
  };
  expect(of("none")[0]!.estimate).toBeCloseTo(
    byHand(() => 1),
    12,
  );
  expect(of("given")[0]!.estimate).toBeCloseTo(
    byHand((k) => 1 + k),
    12,
  );
  expect(of("none")[1]).toMatchObject({ estimate: expect.closeTo(-3, 9), method: "none" });
  expect(of("none")[2]).toEqual({ estimate: null, reason: "zero-reference" });
  expect(meanOfCells(cubeOf(classes, []), ["sex"], "rSquared", 1.96)[0]).toEqual({
    estimate: null,
    reason: "not-in-the-counts",
  });
});
