import { expect, test } from "vitest";
import { thresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import { thresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { auditAnswer } from "../../../../test/harness/audit-answer.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { auditedFigures, costOf, groupChoices } from "./audited-figures.ts";
import { sweptGaps } from "./swept-gaps.ts";
import { triedDisparities, wouldBeVerdicts } from "./would-be-verdicts.ts";

const cube = decisionsCube();
const at = 0.4;
const table = thresholdTable(cube, ["race"]);
const everyone = table.groups.map(() => at);
const report = auditAnswer(cube, { rule: { kind: "threshold", at } });
const counts = { rows: null, weights: null, scored: null };
const audited = auditedFigures({ ...report, counts }, ["race"], table.groups);
const costs = { falsePositiveCost: 3, falseNegativeCost: 5 };
const frame = thresholdFrame(table, everyone, { ...costs, disparities: triedDisparities });

test("a trial of the audited threshold changes nothing: every figure is the audit's", () => {
  for (const [g, { metrics }] of frame.groups.entries())
    for (const [name, figure] of Object.entries(metrics)) expect(audited.groups[g]!.metrics[name]).toEqual(figure);
  for (const { name, estimate } of frame.disparities) expect(audited.disparityOf(name)!.estimate).toBe(estimate);
  expect(frame.cost).toBe(costOf(frame.overall.counts, { falsePositive: 3, falseNegative: 5 }));
});

test("and every limit would put it where the audit's verdict does", () => {
  const said = wouldBeVerdicts(report, table, everyone, null);
  const judged = report.verdicts.filter(({ attributes }) => attributes.join() === "race");
  expect(said.map(({ name, verdict }) => [name, verdict])).toEqual(judged.map(({ name, verdict }) => [name, verdict]));
  expect(said).toHaveLength(2);
});

test("a swept curve passes through the frame at each of its steps", () => {
  const values = [0.5, 0.5, 0.3, 0.5].slice(0, table.groups.length);
  const tried = { scope: "per-group" as const, values };
  const { grid, parityRatio, opportunityDifference, cost } = sweptGaps(table, tried, 1, costs);
  for (const k of [0, 17, 40, 83]) {
    const moved = thresholdFrame(
      table,
      values.map((value, g) => (g === 1 ? grid[k]! : value)),
      { ...costs, disparities: ["demographicParityRatio", "equalOpportunityDifference"] },
    );
    expect(parityRatio[k]).toBe(moved.disparities[0]!.estimate);
    expect(opportunityDifference[k]).toBe(moved.disparities[1]!.estimate);
    expect(cost[k]).toBeCloseTo(moved.cost, 9);
  }
});

test("attributes with more groups than there is room for are no choice", () => {
  const few = Math.max(...[["sex"], ["race"]].map((by) => thresholdTable(cube, by).groups.length));
  expect(groupChoices(report, few)).toEqual([["sex"], ["race"]]);
  expect(groupChoices(report, 100)).toEqual([["sex"], ["race"], ["sex", "race"]]);
  expect(groupChoices(report, 1)).toEqual([]);
});
