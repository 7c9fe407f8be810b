import { expect, test } from "vitest";
import { auditAnswer } from "../../../../test/harness/audit-answer.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { type DisparityRow, disparityRows, layoutDisparities } from "./disparity-layout.ts";

const report = auditAnswer(decisionsCube());
const rows = disparityRows(report);

test("every disparity is there once, those with a limit first, each with the verdict of the report", () => {
  expect(rows).toHaveLength(report.disparities.length);
  const limited = rows.map(({ bound }) => bound !== null);
  expect(limited).toEqual(limited.toSorted((a, b) => Number(b) - Number(a)));
  expect(
    rows
      .filter(({ verdict }) => verdict !== null)
      .map(({ verdict }) => verdict)
      .toSorted(),
  ).toEqual(report.verdicts.map(({ verdict }) => verdict).toSorted());
});

test("an interval beyond its limit lies on the tinted side", () => {
  for (const width of [840, 358]) {
    const { panels } = layoutDisparities(rows, { width });
    for (const { value, limit, verdict } of panels.flatMap(({ rows: placed }) => placed)) {
      if (value === null || limit === null || verdict !== "outside") continue;
      expect(value.x).toBeGreaterThanOrEqual(limit.over[0]);
      expect(value.x).toBeLessThanOrEqual(limit.over[1]);
    }
  }
});

test("a limit stands on the side where the gap lies: below 0, or above 1", () => {
  const row = (change: Partial<DisparityRow>): DisparityRow => ({
    key: "a",
    name: "Demographic parity, difference",
    of: "Sex",
    kind: "difference",
    figure: { estimate: -0.25, low: -0.28, high: -0.22 },
    bound: 0.1,
    verdict: "outside",
    ...change,
  });
  const limitOf = (change: Partial<DisparityRow>) =>
    layoutDisparities([row(change)], { width: 800 }).panels[0]!.rows[0]!.limit!.text;
  expect(limitOf({})).toBe("−0.1");
  expect(limitOf({ figure: { estimate: 0.25, low: 0.2, high: 0.3 } })).toBe("0.1");
  expect(limitOf({ kind: "ratio", bound: 0.8, figure: { estimate: 1.6, low: 1.2, high: 1.9 } })).toBe("1.25");
  const unknown = layoutDisparities([row({ figure: { estimate: null, reason: "zero-reference" } })], { width: 800 });
  expect(unknown.panels[0]!.rows[0]).toMatchObject({ value: null, reason: "compared with a rate of 0" });
});
