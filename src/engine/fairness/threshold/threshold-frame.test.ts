import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { auditCube } from "../audit.ts";
import { thresholdFrame } from "./threshold-frame.ts";
import { thresholdTable } from "./threshold-table.ts";

const cube = decisionsCube();
const table = thresholdTable(cube, ["race"]);

test("at one threshold for all a frame says what an audit says, tests apart", () => {
  const frame = thresholdFrame(table, [0.4, 0.4, 0.4, 0.4]);
  const names = frame.disparities.map(({ name }) => name);
  const audit = auditCube(cube, {
    attributes: ["race"],
    rule: { kind: "threshold", at: 0.4 },
    seed: 1,
    draws: 1,
    disparities: names,
  });
  for (const [g, { group, metrics }] of frame.groups.entries()) {
    expect(group).toEqual(audit.groups[g]!.group);
    expect(audit.groups[g]!.metrics).toMatchObject(metrics);
  }
  expect(audit.overall).toMatchObject(frame.overall.metrics);
  for (const [k, disparity] of frame.disparities.entries()) {
    expect(disparity).toMatchObject({ pValue: null, test: null });
    expect(audit.disparities[k]).toMatchObject({ ...disparity, pValue: expect.any(Number), test: expect.any(String) });
  }
});

test("thresholds of their own move their own group; costs are weighed", () => {
  const before = thresholdFrame(table, [0.4, 0.4, 0.4, 0.4]);
  const after = thresholdFrame(table, [0.4, 0.2, 0.4, Infinity], { falsePositiveCost: 3, falseNegativeCost: 5 });
  expect(after.groups[0]).toEqual(before.groups[0]);
  expect(after.groups[1]!.metrics.selectionRate!.estimate).toBeGreaterThan(
    before.groups[1]!.metrics.selectionRate!.estimate!,
  );
  expect(after.groups[3]!.metrics.positivePredictiveValue).toEqual({
    estimate: null,
    reason: "no-predicted-positives",
  });
  const { falsePositives, falseNegatives } = after.overall.counts;
  expect(after.cost).toBe(3 * falsePositives + 5 * falseNegatives);
  const all = Object.values(after.overall.counts).reduce((sum, count) => sum + count, 0);
  expect(all).toBe(900);
});

test("against a reference", () => {
  const frame = thresholdFrame(table, [0.5, 0.5, 0.5, 0.5], {
    comparison: "to-reference",
    reference: 0,
    disparities: ["demographicParityDifference"],
  });
  expect(frame.disparities[0]!.groups[0]!.part).toBe("reference");
});
