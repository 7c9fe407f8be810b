import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { drawMultinomial } from "../../stats/draw-multinomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { generalizedEntropyOf } from "../disparity/generalized-entropy.ts";
import { countMetricOf } from "../rate/count-metric.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { rateOf } from "../rate/rate.ts";
import { bootstrapIntervals } from "./bootstrap-interval.ts";

const table = tableOf({ a: [300, 100, 50, 550], b: [30, 40, 20, 110] });
const settings = { level: 0.95, replicates: 400, seed: 1 } as const;

/** The worse of the gaps in true and false positive rate: one statistic, resampled whole. */
const equalizedOdds = (weight: Float64Array) =>
  Math.max(
    ...(["truePositiveRate", "falsePositiveRate"] as const).map((rate) =>
      Math.abs(rateOf(weight, 0, rate) - rateOf(weight, OUTCOMES, rate)),
    ),
  );

test("the estimate is that of the data, inside its interval, by both methods", () => {
  for (const interval of ["percentile", "bca"] as const) {
    const [figure] = bootstrapIntervals(table, [equalizedOdds], { ...settings, interval });
    if (figure?.estimate == null || figure.low === null || figure.high === null) throw new Error("undefined");
    expect(figure.estimate).toBeCloseTo(equalizedOdds(table.weight), 12);
    expect(figure.low).toBeLessThan(figure.estimate);
    expect(figure.high).toBeGreaterThan(figure.estimate);
    expect(figure.method).toBe(`bootstrap-${interval}`);
  }
});

test("where too many replicates have no value no interval is given, and it is said", () => {
  const few = tableOf({ a: [300, 100, 50, 550], b: [1, 1, 1, 20] });
  const statistic = (weight: Float64Array) => countMetricOf(weight, OUTCOMES, "treatmentEquality");
  expect(bootstrapIntervals(few, [statistic], settings)[0]).toMatchObject({
    estimate: 1,
    low: null,
    high: null,
    method: "none",
    reason: expect.stringMatching(/^no interval: 3\d\.\d % of replicates without a value$/),
  });
  const never = (_: Float64Array) => Number.NaN;
  expect(bootstrapIntervals(few, [never], settings)[0]).toEqual({ estimate: null, reason: "empty" });
});

test("over samples of unequal groups the intervals of a gap and of Theil's index cover at about their level", () => {
  const truth = Float64Array.from(table.n);
  const theil = (weight: Float64Array) => generalizedEntropyOf(weight, { alpha: 1, unit: "row" });
  const gap = (weight: Float64Array) =>
    rateOf(weight, 0, "truePositiveRate") - rateOf(weight, OUTCOMES, "truePositiveRate");
  const statistics = [theil, gap];
  const values = statistics.map((statistic) => statistic(truth));
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "bootstrap"), 0, 0);
  const trials = 300;
  const covered = [0, 0];
  const counts = new Float64Array(27);
  const scaled = Float64Array.from(truth, (n, k) => n * (k < 9 ? 0.9 : 0.65));
  for (let o = 0; o < OUTCOMES; o++) scaled[18 + o] = scaled[o]! + scaled[9 + o]!;
  for (let trial = 0; trial < trials; trial++) {
    drawMultinomial(stream, truth, 900, counts, 0, OUTCOMES);
    drawMultinomial(stream, truth, 130, counts, OUTCOMES, 2 * OUTCOMES);
    for (let o = 0; o < OUTCOMES; o++) counts[18 + o] = counts[o]! + counts[9 + o]!;
    // Theil's index depends on the mix of groups, which must be that of the truth.
    const mixed = { ...table, n: counts, weight: counts, weightSquares: counts };
    const figures = bootstrapIntervals(mixed, statistics, { ...settings, seed: trial });
    const target = [theil(scaled), values[1]!];
    for (const [k, figure] of figures.entries()) {
      if (figure.estimate !== null && figure.low! <= target[k]! && target[k]! <= figure.high!) covered[k]!++;
    }
  }
  for (const count of covered) {
    expect(count / trials).toBeGreaterThan(0.91);
    expect(count / trials).toBeLessThan(0.985);
  }
});
