import { expect, test } from "vitest";
import { assignmentRule } from "../../../src/contract/assignment-rule.ts";
import type { Signal } from "../../../src/contract/signal.ts";
import { firstTraits, freeRuleId, ruleOf, traitsOf } from "./rule-draft.ts";

const signal: Signal = {
  source: "prometheus",
  id: "1",
  format: "alertmanager",
  topic: "performance",
  metric: "ModelF1Low",
  state: "open",
  producerVerdict: "breach",
  reading: null,
  occurredAt: "2026-11-21T09:00:00Z",
  window: null,
  labels: { severity: "critical", model: "churn", env: "production" },
  summary: "F1 low",
  url: null,
};

test("what says what a signal is about is offered first", () => {
  expect(traitsOf(signal).map(({ title }) => title)).toEqual(["model", "env", "severity", "source", "metric", "tool"]);
  expect([...firstTraits(signal)]).toEqual(["label model"]);
  expect([...firstTraits({ ...signal, labels: {} })]).toEqual(["source"]);
});

test("chosen traits make a rule that the register takes", () => {
  const rule = ruleOf(signal, {
    id: "to-churn",
    traits: new Set(["label model", "format", "metric"]),
    system: "churn",
  });
  expect(assignmentRule.parse(rule)).toEqual({
    id: "to-churn",
    when: { format: "alertmanager", metric: "ModelF1Low", labels: [{ label: "model", equals: "churn" }] },
    system: "churn",
  });
  expect(ruleOf(signal, { id: "to-churn", traits: new Set(), system: "churn" })).toBeNull();
});

test("a rule's id is one that nobody has", () => {
  expect(freeRuleId("churn", new Set(["to-churn", "to-churn-2"]))).toBe("to-churn-3");
  expect(freeRuleId("s".repeat(80), new Set()).length).toBeLessThanOrEqual(80);
});
