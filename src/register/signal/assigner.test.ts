import { describe, expect, it } from "vitest";
import { signalLike } from "../../../test/harness/read-payload.ts";
import type { AssignmentRule } from "../../contract/assignment-rule.ts";
import type { System } from "../../contract/record.ts";
import type { StoredRecord } from "../read-register.ts";
import { assignerOf } from "./assigner.ts";

function kept<T extends { readonly id: string }>(
  records: readonly T[],
  retired: readonly string[] = [],
): Map<string, StoredRecord<T>> {
  const row = { version: 1, createdAt: "", changedAt: "" };
  return new Map(
    records.map((record) => [
      record.id,
      { ...row, record, retiredOn: retired.includes(record.id) ? "2026-01-01" : null },
    ]),
  );
}

const systems: System[] = [
  { id: "churn", models: [{ id: "churn-lr" }, { id: "shared" }] },
  { id: "credit", models: [{ id: "shared" }, { id: "old" }] },
  { id: "gone", models: [{ id: "old" }] },
];

function assigner(rules: readonly AssignmentRule[] = [], retiredRules: readonly string[] = []) {
  const state = { systems: kept(systems, ["gone"]), assignmentRules: kept(rules, retiredRules) };
  return assignerOf(state, new Map([["churn-old", "churn"]]));
}
const about = (labels: Record<string, string>) => signalLike({ id: "1", labels });

describe("without a written rule", () => {
  const assign = assigner();
  it.each([
    ["a system's id", { system: "churn" }, { system: "churn", rule: "system-label" }],
    ["a former id", { system: "churn-old" }, { system: "churn", rule: "system-label" }],
    ["a model of one system", { model: "churn-lr" }, { system: "churn", rule: "model-label" }],
    ["a model of one system in use", { model: "old" }, { system: "credit", rule: "model-label" }],
    ["a system before a model", { system: "credit", model: "churn-lr" }, { system: "credit", rule: "system-label" }],
    [
      "a model where the system is unknown",
      { system: "x", model: "churn-lr" },
      { system: "churn", rule: "model-label" },
    ],
    ["a model of several systems", { model: "shared" }, null],
    ["a system out of use", { system: "gone" }, null],
    ["names of another kind", { system: "constructor", model: "__proto__" }, null],
    ["nothing", {}, null],
  ])("%s", (_, labels, expected) => {
    expect(assign(about(labels as Record<string, string>))).toEqual(expected);
  });
});

describe("with rules", () => {
  const rules: AssignmentRule[] = [
    { id: "z-first", order: 5, when: { labels: [{ label: "env", equals: "prod" }] }, system: "credit" },
    { id: "b", order: 10, when: { labels: [{ label: "team", matches: "churn-*" }] }, system: "churn" },
    { id: "a", order: 10, when: { format: "alertmanager", source: "http://am*" }, system: "credit" },
    { id: "dead", order: 1, when: { metric: "*" }, system: "churn" },
    { id: "of-gone", order: 2, when: { metric: "*" }, system: "gone" },
  ];
  const assign = assigner(rules, ["dead"]);
  it("the first in order that fits counts, and before the built-in ones", () => {
    expect(assign(about({ env: "prod", team: "churn-x", system: "churn" }))?.rule).toBe("z-first");
    expect(assign(about({ env: "test", team: "churn-x" }))?.rule).toBe("b");
    expect(assign(about({ env: "test", system: "churn" }))?.rule).toBe("system-label");
  });
  it("all of a rule's conditions must hold; of equal orders that of the smaller id comes first", () => {
    const alert = signalLike({
      id: "1",
      format: "alertmanager",
      source: "http://am:9093",
      labels: { team: "churn-x" },
    });
    expect(assign(alert)).toEqual({ system: "credit", rule: "a" });
    expect(assign({ ...alert, source: "https://am" })?.rule).toBe("b");
    expect(assign({ ...alert, format: "grafana", labels: {} })).toBeNull();
  });
  it("an absent label is not an empty one, and an inherited name is no label", () => {
    const rule = (label: string, equals: string): AssignmentRule => ({
      id: "r",
      when: { labels: [{ label, equals }] },
      system: "churn",
    });
    expect(assigner([rule("team", "")])(about({}))).toBeNull();
    expect(assigner([rule("team", "")])(about({ team: "" }))?.rule).toBe("r");
    expect(
      assigner([{ ...rule("x", "y"), when: { labels: [{ label: "toString", matches: "*" }] } }])(about({})),
    ).toBeNull();
  });
});
