import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { outcomeTable } from "../rate/outcome-table.ts";
import { scoreHistograms } from "../rate/score-histogram.ts";
import { positionInSweep, sweepOutcomes, thresholdSweep } from "./threshold-sweep.ts";

test("at every threshold the frame is the table that the cube gives, weights and all groups included", () => {
  const cube = decisionsCube({ weights: "given" });
  const sweeps = scoreHistograms(cube, ["race"]).histograms.slice(0, -1).map(thresholdSweep);
  for (const at of [0, 0.1, 0.35, 0.351, 0.5, 0.99, 1]) {
    const table = outcomeTable(cube, ["race"], { kind: "threshold", at });
    const frame = sweepOutcomes(
      sweeps,
      sweeps.map(() => at),
    );
    for (const [k, weight] of table.weight.entries()) expect(frame[k]).toBeCloseTo(weight, 9);
  }
});

test("each group may have its own threshold; none is reached by nobody", () => {
  const sweep = thresholdSweep({
    edge: Float64Array.of(0.2, 0.7),
    score: Float64Array.of(0.2, 0.7),
    positive: Float64Array.of(1, 4),
    negative: Float64Array.of(5, 2),
    n: [5, 7],
    weightSquares: [5, 7],
  });
  expect([0, 0.2, 0.3, 0.7, 0.8, Infinity].map((t) => positionInSweep(sweep, t))).toEqual([0, 0, 1, 1, 2, 2]);
  expect([...sweepOutcomes([sweep, sweep], [0.7, Infinity])]).toEqual([
    ...[4, 1, 0, 2, 5, 0, 0, 0, 0],
    ...[0, 5, 0, 0, 7, 0, 0, 0, 0],
    ...[4, 6, 0, 2, 12, 0, 0, 0, 0],
  ]);
});
