import { expect, test } from "vitest";
import { auditAnswer } from "../../../../test/harness/audit-answer.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { forestSections } from "./forest-rows.ts";

const report = auditAnswer(decisionsCube());
const sections = forestSections(report, "selectionRate");

test("every group stands in one section, with its own figure", () => {
  const rows = sections.flatMap(({ rows }) => rows);
  expect(rows.map(({ key }) => JSON.parse(key))).toEqual(report.groups.map(({ group }) => group));
  expect(rows.map(({ figure }) => figure)).toEqual(report.groups.map(({ metrics }) => metrics.selectionRate));
  expect(sections.map(({ title }) => title)).toEqual(["Sex", "Race", "Sex and race"]);
});

test("the line lies at the limit times the highest rate, and below it is over", () => {
  for (const { rows, line } of sections) {
    const rates = rows.flatMap(({ figure }) => (figure.estimate === null ? [] : [figure.estimate]));
    expect(line).toEqual({ at: Math.max(...rates) * 0.8, over: "below", text: "0.8 of the highest rate" });
  }
});

test("a verdict's mark stands on the group it is about, and on no other", () => {
  for (const [k, { rows }] of sections.entries()) {
    const verdict = report.verdicts.filter(({ name }) => name === "demographicParityRatio")[k]!;
    const marked = rows.filter(({ mark }) => mark !== "plain");
    const rateOf = ({ figure }: (typeof rows)[number]) => figure.estimate ?? 2;
    const lowest = rows.reduce((a, b) => (rateOf(b) < rateOf(a) ? b : a));
    expect(marked.map(({ mark }) => mark).toSorted()).toEqual(["reference", verdict.verdict].toSorted());
    expect(marked.find(({ mark }) => mark !== "reference")).toBe(lowest);
  }
});

test("where error rates are held to a limit, the highest is the one it is about", () => {
  const limits = [
    {
      disparity: "falseNegativeRateDifference",
      bound: 0.05,
      purpose: "p",
      rationale: "r",
      approvedBy: "mara",
      approvedOn: "2026-03-02",
    },
  ];
  const judged = auditAnswer(decisionsCube(), { limits, disparities: ["falseNegativeRateDifference"] });
  const [section] = forestSections(judged, "falseNegativeRate");
  const rates = section!.rows.map(({ figure }) => figure.estimate ?? -1);
  const marked = section!.rows.findIndex(({ mark }) => mark !== "plain");
  expect(rates[marked]).toBe(Math.max(...rates));
  expect(section!.line).toEqual({
    at: Math.min(...rates) + 0.05,
    over: "above",
    text: "5 points over the lowest rate",
  });
});

test("of more groups than are drawn the ends of the gap stay, and the rest is counted", () => {
  const short = forestSections(report, "selectionRate", { most: 3 });
  for (const [k, { rows, left }] of short.entries()) {
    const all = sections[k]!.rows;
    expect(rows.length + left).toBe(all.length);
    expect(rows.length).toBeLessThanOrEqual(3);
    expect(rows.filter(({ mark }) => mark !== "plain")).toHaveLength(2);
    expect(all.filter((row) => rows.some(({ key }) => key === row.key)).map(({ key }) => key)).toEqual(
      rows.map(({ key }) => key),
    );
  }
});

test("a metric that was not measured says so", () => {
  const [section] = forestSections(report, "nothing");
  expect(section!.rows[0]!.figure).toEqual({ estimate: null, reason: "not-in-the-counts" });
  expect(section!.line).toBeNull();
});

test("impact ratios stand beside the rates where a profile has them, and only there", () => {
  const [one, other] = report.groups.map(({ group }) => group);
  const row = (group: object, role: string, impactRatio: number | null) => ({
    group,
    category: group,
    role,
    impactRatio,
    comparison: impactRatio === null ? null : { impactRatio },
  });
  const asides = (name: string, metric = "selectionRate") => {
    const rows = [row(one!, "reference", 1), row(other!, "compared", 0.563)];
    const profile = { name, tables: [{ attributes: ["sex"], rows }] } as never;
    return forestSections({ ...report, profile }, metric)[0]!.rows.map(({ aside }) => aside);
  };
  expect(asides("four-fifths").slice(0, 2)).toEqual(["reference", "0.56"]);
  expect(asides("lending").slice(0, 2)).toEqual(["reference", "0.56"]);
  expect(asides("ll144").slice(0, 2)).toEqual(["1.00", "0.56"]);
  expect(asides("art10")[0]).toBeUndefined();
  expect(asides("four-fifths", "accuracy")[0]).toBeUndefined();
});
