import { expect, test } from "vitest";
import { decisionsCube } from "../../../test/oracle/fairness/decisions.ts";
import { addDecision, cubeOfDraft, draftCube } from "../../engine/fairness/cube/cube-draft.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { measureDecisions } from "../../portfolio/audit/measure-decisions.ts";
import type { AuditReport } from "../audit-report.ts";
import { auditRequest } from "../audit-request.ts";
import { explainFigure } from "./explain-figure.ts";

function reportOf(settings: object, cube: DecisionCube = decisionsCube()): AuditReport {
  const origin = {
    source: { name: "decisions.csv", format: "csv", hash: null } as const,
    countsHash: "0".repeat(64),
    program: { name: "plimsoll", version: "0.0.0" } as const,
    mapping: { protected: ["sex", "race"], label: "y", decision: "d", score: "s" },
    guessed: [],
  };
  return measureDecisions(cube, "1", origin, auditRequest.parse({ settings: { replicates: 99, ...settings } }));
}

test.each([
  ["between-groups", {}],
  ["to-overall", { comparison: "to-overall" }],
  ["to-reference", { comparison: "to-reference", reference: "largest" }],
  ["with a minimum support", { minimumSupport: 60 }],
])("every figure is what its formula makes of its counts: %s", (_, settings) => {
  const report = reportOf(settings);
  let opened = 0;
  for (const name of Object.keys(report.overall)) {
    const rows = [{ group: {}, metrics: report.overall }, ...report.groups];
    const explained = explainFigure(report, name);
    expect(explained.length).toBe(rows.length);
    for (const [k, { value, reason, calculation }] of explained.entries()) {
      const { estimate } = rows[k]!.metrics[name]!;
      if (estimate === null) expect([value, calculation], `${name} ${reason}`).toEqual([null, null]);
      else expect(value, `${name} of ${JSON.stringify(rows[k]!.group)}`).toBeCloseTo(estimate, 12);
      if (estimate !== null) opened++;
    }
  }
  for (const { name, attributes, estimate } of report.disparities) {
    const [explained] = explainFigure(report, name, attributes);
    if (estimate === null) expect(explained!.value, name).toBeNull();
    else expect(explained!.value, `${name} by ${attributes}`).toBeCloseTo(estimate, 12);
    expect(explained!.formula, name).not.toBe("");
  }
  expect(opened).toBeGreaterThan(100);
});

test.each(["weighted", "regression"] as const)(
  "every figure of %s decisions is what its formula makes of its sums",
  (kind) => {
    const isRegression = kind === "regression";
    const draft = draftCube({
      attributes: ["sex", "race"],
      task: isRegression ? { kind: "regression" } : { kind: "classification", positiveLabel: "1" },
      scores: "given",
      weights: isRegression ? "none" : "given",
    });
    for (let k = 0; k < 400; k++) {
      const score = ((k * 37) % 100) / 100;
      const label = isRegression ? score + ((k * 13) % 7) / 10 : String(Number((k * 11) % 10 > 4));
      const values = { sex: k % 2 === 0 ? "f" : "m", race: ["a", "b", "c"][k % 3]! };
      const row = isRegression ? {} : { decision: score > 0.4 ? "1" : "0", weight: 1 + (k % 4) / 3 };
      addDecision(draft, { values, label, score, ...row });
    }
    const report = reportOf({}, cubeOfDraft(draft));
    for (const name of Object.keys(report.overall)) {
      const estimates = [report.overall, ...report.groups.map(({ metrics }) => metrics)].map(
        (row) => row[name]!.estimate!,
      );
      for (const [k, { value, calculation }] of explainFigure(report, name).entries()) {
        expect(value, `${name} ${calculation}`).toBeCloseTo(estimates[k]!, 12);
      }
    }
    for (const { name, attributes, estimate } of report.disparities)
      expect(explainFigure(report, name, attributes)[0]!.value, name).toBeCloseTo(estimate!, 12);
    const [first] = explainFigure(report, isRegression ? "meanError" : "selectionRate");
    expect(first!.counts[0]!.name).toBe(isRegression ? "sum" : "weight of true positives");
  },
);

test("a disparity opens to its numbers, its interval, its test and the counts of both groups", () => {
  const report = reportOf({});
  const [gap] = explainFigure(report, "demographicParityDifference", ["sex"]);
  expect(gap).toMatchObject({
    definition: "difference between groups in the share of favourable decisions",
    formula: "highest − lowest",
    page: "docs/method/fairness-disparities.md",
  });
  expect(gap!.calculation).toMatch(/^0\.\d+ − 0\.\d+ = 0\.\d+$/);
  expect(gap!.interval).toMatch(/^95 % interval \S+ to \S+: Newcombe/);
  expect(gap!.test).toContain("Fisher");
  expect(gap!.parts.map(({ name }) => name)).toEqual(["selectionRate", "selectionRate"]);
  for (const { counts } of gap!.parts) expect(counts.length).toBeGreaterThan(3);
});

test("what the report does not have has no explanation", () => {
  for (const name of ["fairness", "toString", "__proto__"]) expect(explainFigure(reportOf({}), name)).toEqual([]);
  expect(explainFigure(reportOf({}), "selectionRate", ["age"])).toEqual([]);
});
