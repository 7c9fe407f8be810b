import { expect, test } from "vitest";
import { auditedDisparities, auditedMetrics } from "./audited-metrics.ts";
import { disparityDefinition } from "./disparity/disparity-definition.ts";
import { isEntropyName } from "./disparity/entropy-disparity.ts";
import { METRIC_NAMES } from "./disparity/metric-source.ts";

const cubes = [
  { scores: { kind: "none" }, positiveLabel: "1" },
  { scores: { kind: "exact" }, positiveLabel: "1" },
  { scores: { kind: "none" }, positiveLabel: null },
] as const;

test("all of them are known, none comes twice", () => {
  for (const cube of cubes) {
    const [metrics, disparities] = [auditedMetrics(cube), auditedDisparities(cube)];
    for (const metric of metrics) expect(METRIC_NAMES).toContain(metric);
    for (const name of disparities) expect(isEntropyName(name) || disparityDefinition(name).name).toBeTruthy();
    expect(new Set([...metrics, ...disparities]).size).toBe(metrics.length + disparities.length);
  }
});

test("disparities of scores only where there are scores", () => {
  const [without, scored, regression] = cubes.map(auditedDisparities);
  expect(scored!.filter((name) => !without!.includes(name))).toEqual([
    "aucDifference",
    "brierDifference",
    "expectedCalibrationErrorDifference",
  ]);
  expect(regression).not.toContain("demographicParityDifference");
});
