import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { thresholdMarks } from "./threshold-marks.ts";
import { thresholdTable } from "./threshold-table.ts";

test("one mark for each aim and scope; what is common is the same for all, and never cheaper", () => {
  const marks = thresholdMarks(thresholdTable(decisionsCube(), ["sex"]), { falseNegativeCost: 2, tolerance: 0.03 });
  expect(marks.map(({ aim, scope }) => `${aim} ${scope}`)).toEqual([
    "least-cost per-group",
    "least-cost common",
    "demographic-parity per-group",
    "demographic-parity common",
    "equal-opportunity per-group",
    "equal-opportunity common",
    "equalized-odds per-group",
    "equalized-odds common",
  ]);
  for (const [k, { scope, thresholds, cost, gap }] of marks.entries()) {
    if (scope === "per-group") continue;
    expect(new Set(thresholds).size).toBe(1);
    const own = marks[k - 1]!;
    if ((gap ?? 0) <= 0.03) expect(own.cost).toBeLessThanOrEqual(cost * 1.05);
    expect(cost).toBeGreaterThanOrEqual(marks[0]!.cost);
  }
});
