import { expect, test } from "vitest";
import { decisionsCube } from "../../../test/oracle/fairness/decisions.ts";
import type { AuditReport } from "../../contract/audit-report.ts";
import { auditRequest } from "../../contract/audit-request.ts";
import { compareReports } from "./compare-reports.ts";
import { measureDecisions } from "./measure-decisions.ts";

function reportOf(hash: string | null = null): AuditReport {
  const origin = {
    source: { name: "decisions.csv", format: "csv", hash } as const,
    countsHash: "0".repeat(64),
    program: { name: "plimsoll", version: "0.0.0" } as const,
    mapping: { protected: ["sex", "race"], label: "y", decision: "d", score: "s" },
    guessed: [],
  };
  return measureDecisions(decisionsCube(), "1", origin, auditRequest.parse({ settings: { replicates: 99 } }));
}

/** As it is kept. */
const printed = (report: AuditReport): AuditReport => JSON.parse(JSON.stringify(report));

test("the same audit again does not differ, printed or not", () => {
  expect(compareReports(reportOf(), reportOf())).toEqual([]);
  expect(compareReports(printed(reportOf()), reportOf())).toEqual([]);
});

test("what law says by now, and who made it, is no difference", () => {
  const other = { ...printed(reportOf()), program: { name: "plimsoll", version: "9.9.9" }, law: null } as AuditReport;
  expect(compareReports(other, reportOf())).toEqual([]);
});

test("one bit of one figure is found, by the name of what it is about", () => {
  const changed = printed(reportOf());
  const gap = changed.disparities.find(({ name, attributes }) => name === "f1Difference" || attributes.length === 2)!;
  const { estimate } = gap as { estimate: number };
  const next = estimate * (1 + 2 ** -52);
  expect(next).not.toBe(estimate);
  Object.assign(gap, { estimate: next });
  expect(compareReports(changed, reportOf())).toEqual([
    {
      of: "figure",
      where: `disparities (${gap.name} by ${gap.attributes.join(" and ")}).estimate`,
      reported: JSON.stringify(next),
      recomputed: JSON.stringify(estimate),
    },
  ]);
});

test("other data, other counts, another method and a group too many are each named", () => {
  const changed = printed(reportOf("a".repeat(64)));
  changed.method.version = "0";
  changed.countsHash = "1".repeat(64);
  changed.groups.push(changed.groups[0]!);
  const found = compareReports(changed, reportOf("b".repeat(64)));
  expect(found.map(({ of }) => of)).toEqual(["data", "counts", "method", "figure"]);
  expect(found.at(-1)).toMatchObject({ recomputed: "nothing" });
});

test("of a report that has little to do with the decisions, only the first figures are told", () => {
  const changed = printed(reportOf());
  for (const row of changed.groups) row.n += 1;
  const found = compareReports(changed, reportOf());
  expect(found.length).toBe(Math.min(10, changed.groups.length));
  expect(found[0]!.where).toMatch(/^groups \(sex .+\)\.n$/);
});
