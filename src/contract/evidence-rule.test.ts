import { expect, test } from "vitest";
import { evidenceRule, evidenceSettings } from "./evidence-rule.ts";

const redTeam = {
  id: "red-team-leaks",
  risk: "assistant-leaks",
  informs: {
    evidence: "control-tests",
    node: "control",
    control: "output-filter",
    reads: { indicator: "filter-catch" },
  },
  setting: "test",
  weight: 0.5,
};
const mistakes = (given: object) =>
  evidenceRule.safeParse({ ...redTeam, ...given }).error?.issues.map(({ message }) => message) ?? [];

test("a rule is read", () => {
  expect(mistakes({})).toEqual([]);
  expect(mistakes({ setting: "production", weight: undefined })).toEqual([]);
  const incidents = { evidence: "loss-events", node: "residual", reads: { signals: [{ topic: "incident" }] } };
  expect(mistakes({ informs: incidents, setting: "production", weight: undefined, steps: 2 })).toEqual([]);
});

test("a test states a weight below 1", () => {
  expect(mistakes({ weight: undefined })).toEqual(["test without a weight"]);
  expect(mistakes({ weight: 1 })).toEqual(["weight 1 of a test is that of production"]);
  expect(mistakes({ weight: 0 })).not.toEqual([]);
});

test("each kind of evidence informs its own nodes only", () => {
  const { reads } = redTeam.informs;
  expect(mistakes({ informs: { ...redTeam.informs, node: "residual" } })).not.toEqual([]);
  const nearMisses = { evidence: "near-misses", node: "residual", reads, lossGivenNearMiss: { alpha: 1, beta: 9 } };
  expect(mistakes({ informs: nearMisses })).toEqual([]);
  expect(mistakes({ informs: { ...nearMisses, node: "inherent" } })).not.toEqual([]);
});

test("wrong outcomes need a pathway", () => {
  expect(mistakes({ informs: { evidence: "wrong-outcomes", node: "residual" } })).not.toEqual([]);
  expect(mistakes({ informs: { evidence: "wrong-outcomes", node: "residual", pathway: "leaks" } })).toEqual([]);
});

test("a correlation is one of a group", () => {
  expect(mistakes({ correlation: 0.6 })).toEqual(["correlation 0.6 without a group"]);
  expect(mistakes({ correlation: 0.6, group: "leak-tests" })).toEqual([]);
});

test("evidence raises by itself, lowers by a proposal, and does not fade, unless it is said otherwise", () => {
  expect(evidenceSettings.parse({})).toEqual({
    judgedBy: "mean",
    raising: "applied",
    lowering: "proposed",
    lowerAt: 0.8,
    contradictionAt: 0.05,
  });
});
