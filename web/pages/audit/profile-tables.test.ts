import { expect, test } from "vitest";
import type { AuditProfile } from "../../../src/contract/audit-report.ts";
import { evidenceTables, lendingTables, ownTables } from "./profile-tables.ts";

type ProfileOf<Name extends AuditProfile["name"]> = Extract<AuditProfile, { name: Name }>;
const cellsOf = (tables: ReturnType<typeof lendingTables>, table: number, row: number) =>
  tables[table]!.table.rows[row]!.cells;

test("every row of a table has a cell for every column", () => {
  for (const { table } of [...lendingTables(lending), ...evidenceTables(evidence), ...ownTables(own, { mapping: {} })])
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
});

test("a control group is named, others are told in points against it", () => {
  const tables = lendingTables(lending);
  expect(tables[0]!.note).toBe("Against m");
  expect(cellsOf(tables, 0, 0).slice(0, 7)).toEqual([
    "f",
    "10",
    "40.0",
    "−20.0",
    "−5.0",
    "0.67 (0.50–0.90)",
    "below 0.8",
  ]);
  expect(cellsOf(tables, 0, 1)[3]).toBe("control group");
});

test("what is missing in the data is counted, and what does not occur is named", () => {
  const tables = evidenceTables(evidence);
  expect(tables[0]!.note).toBe("2 rows do not say");
  expect(cellsOf(tables, 0, 0)).toEqual(["f", "10", "50.0", "1", "no such column", "0", "30.0 (10.0–60.0)"]);
  expect(tables[1]!.note).toBe("1 of 2 combinations occur; these are the smallest. No row of f, B");
});

test("tables of one's own tell each metric in its unit", () => {
  const tables = ownTables(own, { mapping: {} });
  expect(cellsOf(tables, 0, 0)).toEqual(["f", "10", "40.0 (20.0–60.0)", "0.981 (0.900–0.999)"]);
  expect(cellsOf(tables, 1, 0)).toEqual(["f", "no rows", "–", ""]);
  expect(cellsOf(tables, 2, 0)).toEqual(["Demographic parity, ratio", "0.56", "0.40–0.70"]);
});

const measured = (estimate: number, low: number, high: number) =>
  ({ estimate, low, high, level: 0.95, n: 10, method: "wilson" }) as const;
const lending: ProfileOf<"lending"> = {
  name: "lending",
  tables: [
    {
      attributes: ["sex"],
      reference: { sex: "m" },
      rows: [
        {
          group: { sex: "f" },
          applicants: 10,
          approved: 4,
          approvalRate: 0.4,
          role: "compared",
          difference: { estimate: -0.2, low: -0.4, high: 0 },
          comparison: {
            impactRatio: 0.67,
            low: 0.5,
            high: 0.9,
            z: -1,
            hypergeometricSd: -1,
            fisherTwoSided: 0.3,
            fisherLess: 0.2,
            midLess: 0.2,
            statistics: "not-significant",
            decidedBy: "fisher",
            shortfall: 1,
          },
          band: "below-0.8",
          effectSize: 0.4,
          denialOddsRatio: 2,
          scores: null,
          controlled: {
            group: { sex: "f" },
            reference: { sex: "m" },
            crude: -0.2,
            within: -0.05,
            pattern: "vanishes",
            strata: [],
          },
        },
        {
          group: { sex: "m" },
          applicants: 10,
          approved: 6,
          approvalRate: 0.6,
          role: "reference",
          difference: null,
          comparison: null,
          band: null,
          effectSize: null,
          denialOddsRatio: null,
          scores: { meanScore: 0.5, n: 10, standardizedMeanDifference: null, low: null, high: null },
          controlled: null,
        },
      ],
    },
  ],
};
const women = {
  group: { sex: "f" },
  rows: 10,
  share: 0.5,
  withoutLabel: 1,
  withoutDecision: null,
  withoutScore: 0,
  positives: { n: 9, share: 0.3, low: 0.1, high: 0.6 },
};
const evidence: ProfileOf<"art10"> = {
  name: "art10",
  evidence: {
    rows: 20,
    all: { ...women, group: {}, rows: 20, share: 1, positives: null },
    attributes: [{ attribute: "sex", missing: 2, groups: [women] }],
    intersections: [
      { attributes: ["sex", "race"], possible: 2, present: 1, smallest: [women], absent: [{ sex: "f", race: "B" }] },
    ],
    periods: [{ period: "2026-01", rows: 20 }],
  },
};
const own: ProfileOf<"custom"> = {
  name: "custom",
  definition: { title: "Ours", tables: [{ show: "rates", attributes: ["sex"], metrics: ["selectionRate"] }] },
  tables: [
    {
      show: "rates",
      title: null,
      attributes: ["sex"],
      rows: [
        {
          group: { sex: "f" },
          n: 10,
          metrics: { selectionRate: measured(0.4, 0.2, 0.6), auc: measured(0.981, 0.9, 0.999) },
        },
      ],
    },
    {
      show: "impact-ratio",
      title: "Ratios",
      attributes: ["sex"],
      metric: "selectionRate",
      reference: { sex: "m" },
      rows: [{ group: { sex: "f" }, rate: { estimate: null, reason: "empty" }, ratio: null, role: "compared" }],
    },
    {
      show: "disparity",
      title: null,
      attributes: ["sex"],
      disparities: [
        {
          ...measured(0.56, 0.4, 0.7),
          name: "demographicParityRatio",
          attributes: ["sex"],
          comparison: "between-groups",
          kind: "ratio",
          pValue: null,
          test: null,
          adjustedPValue: null,
          debiased: null,
          groups: [],
        },
      ],
    },
  ],
};
