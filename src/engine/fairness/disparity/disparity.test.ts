import { describe, expect, test } from "vitest";
import { withEstimate } from "../../../../test/harness/with-estimate.ts";
import { selectionSource, tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { type CountMetricName, countMetricMeasured } from "../rate/count-metric.ts";
import { measureDisparity } from "./disparity.ts";
import type { Comparison } from "./gap.ts";
import { type MetricSource, metricSource } from "./metric-source.ts";

const between = { comparison: "between-groups", level: 0.95, seed: 1, draws: 99 } as const;
const rule = { kind: "decision", favourable: "1" } as const;

test("two groups: gap, Newcombe's interval and Fisher's test", () => {
  const disparity = measureDisparity(
    selectionSource([
      [30, 90],
      [48, 80],
    ]),
    "demographicParityDifference",
    between,
  );
  if (disparity.estimate === null) throw new Error("undefined");
  expect(disparity.estimate).toBeCloseTo(0.266667, 6);
  expect(disparity.low).toBeCloseTo(0.116684, 6);
  expect(disparity.high).toBeCloseTo(0.400688, 6);
  expect(disparity.pValue! / 6.66225e-4).toBeCloseTo(1, 6);
  expect(disparity).toMatchObject({ method: "newcombe", test: "fisher", n: 170 });
  expect(disparity.groups.map(({ part }) => part)).toEqual(["lowest", "highest"]);
});

test("a group without a value is listed with its reason, and the rest is compared", () => {
  const source = metricSource(decisionsCube(), ["race"], { rule });
  const disparity = measureDisparity(source, "equalizedOddsDifference", between);
  expect(disparity.estimate).not.toBeNull();
  expect(disparity.groups.at(-1)).toMatchObject({
    group: { race: "d" },
    excluded: "no-positives",
    estimates: { truePositiveRate: null },
  });
});

test("groups below the minimum support are left out only when one is given", () => {
  const source = selectionSource([
    [30, 90],
    [48, 80],
    [0, 5],
  ]);
  expect(measureDisparity(source, "demographicParityDifference", between).estimate).toBeCloseTo(0.6, 12);
  const supported = measureDisparity(source, "demographicParityDifference", { ...between, minimumSupport: 10 });
  expect(supported.estimate).toBeCloseTo(0.266667, 6);
  expect(supported.groups[2]).toMatchObject({ excluded: "below-minimum-support" });
});

test("one group, no reference, a reference of zero: no number, and why", () => {
  const name = "demographicParityRatio";
  expect(measureDisparity(selectionSource([[3, 9]]), name, between)).toMatchObject({
    estimate: null,
    reason: "fewer-than-two-groups",
    pValue: null,
  });
  const zero = selectionSource([
    [0, 9],
    [0, 7],
  ]);
  expect(measureDisparity(zero, name, between)).toMatchObject({ estimate: null, reason: "zero-reference" });
  const toReference = { ...between, comparison: "to-reference" } as const;
  expect(measureDisparity(zero, name, toReference)).toMatchObject({ reason: "no-such-group" });
  expect(measureDisparity(zero, "baseRateDifference", between).estimate).toBe(0);
});

test("to the reference a difference keeps its sign, and so does its interval", () => {
  const source = selectionSource([
    [30, 90],
    [48, 80],
    [20, 40],
  ]);
  const disparity = measureDisparity(source, "demographicParityDifference", {
    ...between,
    comparison: "to-reference",
    reference: 1,
  });
  expect(disparity.estimate).toBeCloseTo(30 / 90 - 0.6, 12);
  expect(disparity.estimate !== null && disparity.high).toBeLessThan(0);
  expect(disparity.groups.map(({ part }) => part)).toEqual(["furthest", "reference", undefined]);
});

test("metrics of scores are compared too", () => {
  const source = metricSource(decisionsCube(), ["sex"], { rule });
  for (const name of ["aucDifference", "brierRatio", "expectedCalibrationErrorDifference", "f1Difference"]) {
    const disparity = measureDisparity(source, name, between);
    if (disparity.estimate === null || disparity.low === null || disparity.high === null) throw new Error(name);
    expect(disparity.low, name).toBeLessThanOrEqual(disparity.estimate);
    expect(disparity.high, name).toBeGreaterThanOrEqual(disparity.estimate);
    expect(disparity).toMatchObject({ method: "mover", test: "tukey" });
  }
});

describe("over replications at very unequal sizes", () => {
  const sizes = [300, 25, 60, 140];
  const trials = 400;

  function sampled(stream: Int32Array, rates: readonly number[]): MetricSource {
    return selectionSource(sizes.map((n, g) => [drawBinomial(stream, n, rates[g]!), n]));
  }

  function covered(
    name: string,
    comparison: Comparison,
    rates: readonly number[],
    truth: number,
  ): { covered: number; above: number } {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(20261121, name + comparison), 0, 0);
    const result = { covered: 0, above: 0 };
    for (let trial = 0; trial < trials; trial++) {
      const disparity = measureDisparity(sampled(stream, rates), name, {
        ...between,
        draws: 1,
        comparison,
        reference: 0,
      });
      if (disparity.estimate === null || disparity.low === null || disparity.high === null) continue;
      if (disparity.low <= truth + 1e-12 && truth - 1e-12 <= disparity.high) result.covered += 1 / trials;
      if (disparity.low > truth) result.above += 1 / trials;
    }
    return result;
  }

  const equal = [0.3, 0.3, 0.3, 0.3];
  const apart = [0.3, 0.45, 0.2, 0.35];
  const overall = sizes.reduce((sum, n, g) => sum + n * apart[g]!, 0) / 525;
  test.each<[string, Comparison, readonly number[], number]>([
    ["demographicParityDifference", "between-groups", equal, 0],
    ["demographicParityDifference", "between-groups", apart, 0.25],
    ["demographicParityRatio", "between-groups", equal, 1],
    ["demographicParityRatio", "between-groups", apart, 0.2 / 0.45],
    ["demographicParityDifference", "to-overall", apart, 0.45 - overall],
    ["demographicParityRatio", "to-overall", apart, 0.2 / overall],
  ])(
    "the interval of %s %s covers the true gap in 94 % of samples or more: rates %j",
    (name, comparison, rates, truth) => {
      expect(covered(name, comparison, rates, truth).covered).toBeGreaterThan(0.94);
    },
  );

  test("where the true gap is none, the interval is above it in about 5 % of samples at most", () => {
    expect(covered("demographicParityDifference", "between-groups", equal, 0).above).toBeLessThan(0.06);
  });
});

test("equalized odds is the worse of its two gaps, its mean their mean, with intervals that hold for both", () => {
  const table = tableOf({ a: [60, 20, 10, 90], b: [30, 30, 20, 60] });
  const source: MetricSource = {
    ...selectionSource([]),
    attributes: ["g"],
    groups: table.groups,
    table,
    measure: (name, critical) => [0, 1, 2].map((g) => countMetricMeasured(table, g, name as CountMetricName, critical)),
  };
  const estimateOf = (name: string) => measureDisparity(source, name, between);
  expect(estimateOf("equalizedOddsDifference").estimate).toBeCloseTo(0.25, 12);
  expect(estimateOf("equalizedOddsMeanDifference").estimate).toBeCloseTo((0.25 + 0.15) / 2, 12);
  expect(estimateOf("averageAbsoluteOddsDifference").estimate).toBeCloseTo((0.25 + 0.15) / 2, 12);
  expect(estimateOf("averageOddsDifference").estimate).toBeCloseTo((0.25 - 0.15) / 2, 12);
  expect(estimateOf("equalizedOddsRatio").estimate).toBeCloseTo(0.1 / 0.25, 12);
  const worst = estimateOf("equalizedOddsDifference");
  const single = estimateOf("equalOpportunityDifference");
  if (worst.estimate === null || single.estimate === null) throw new Error("undefined");
  expect(worst.high!).toBeGreaterThan(single.high!);
});

test("Miettinen and Nurminen's interval on demand, for pairs and for many", () => {
  const few = selectionSource([
    [9, 10],
    [3, 10],
  ]);
  const about = {
    comparison: "between-groups",
    level: 0.95,
    seed: 1,
    differenceInterval: "miettinen-nurminen",
  } as const;
  const pair = withEstimate(measureDisparity(few, "demographicParityDifference", about));
  expect([pair.method, pair.low?.toFixed(4), pair.high?.toFixed(4)]).toEqual([
    "miettinen-nurminen",
    "0.1700",
    "0.8406",
  ]);
  const many = selectionSource([
    [9, 10],
    [3, 10],
    [5, 9],
  ]);
  for (const comparison of ["between-groups", "to-overall"] as const) {
    const scored = withEstimate(measureDisparity(many, "demographicParityDifference", { ...about, comparison }));
    const plain = withEstimate(
      measureDisparity(many, "demographicParityDifference", { comparison, level: 0.95, seed: 1 }),
    );
    expect(scored.method).toBe(comparison === "to-overall" ? "miettinen-nurminen" : "tukey-miettinen-nurminen");
    expect(scored.high).not.toBe(plain.high);
    expect(Math.abs((scored.high as number) - (plain.high as number))).toBeLessThan(0.08);
  }
});
