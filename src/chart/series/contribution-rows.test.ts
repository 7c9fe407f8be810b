import { expect, test } from "vitest";
import { contributionFinding, contributionRows } from "./contribution-rows.ts";

const part = (id: string, expectedAnnualLoss: number, expectedShortfall: number) => ({
  id,
  name: id.toUpperCase(),
  expectedAnnualLoss,
  expectedShortfall,
});
const parts = [part("a", 1, 10), part("b", 2, 60), part("c", 4, 20), part("d", 1, 5), part("e", 2, 5)];
const others = (count: number) => `${count} others`;

test("the largest of the bad years stand first, and the rest is one row, so that all adds up", () => {
  const { rows, expectedAnnualLoss, expectedShortfall } = contributionRows(parts, { most: 3, others });
  expect(rows.map(({ id, name }) => [id, name])).toEqual([
    ["b", "B"],
    ["c", "C"],
    [null, "3 others"],
  ]);
  expect([expectedAnnualLoss, expectedShortfall]).toEqual([10, 100]);
  expect(rows.reduce((sum, row) => sum + row.shareOfShortfall, 0)).toBeCloseTo(1, 12);
  expect(rows.reduce((sum, row) => sum + row.expectedAnnualLoss, 0)).toBe(10);
  expect(rows[0]).toMatchObject({ shareOfShortfall: 0.6, shareOfMean: 0.2, shortfallBar: 1 });
  expect(rows[0]!.meanBar).toBeCloseTo(1 / 3, 12);
});

test("all have rows of their own where there is room; of equal bad years the larger mean stands first", () => {
  expect(contributionRows(parts, { most: 5, others }).rows.map(({ id }) => id)).toEqual(["b", "c", "a", "e", "d"]);
});

test("a negative contribution, which a hedge would have, has no bar to the left", () => {
  const { rows } = contributionRows([part("a", 1, 10), part("b", 1, -2)], { most: 5, others });
  expect(rows[1]!.shortfallBar).toBeLessThan(0);
});

test("the finding says how few make most of it", () => {
  expect(contributionFinding(parts, "system")).toMatch(/^Two systems make 80.% of the bad years$/);
  expect(contributionFinding([part("a", 1, 90), part("b", 1, 10), part("c", 1, 1)], "risk")).toMatch(/^A makes 89.%/);
  expect(contributionFinding([part("a", 1, 5), part("b", 1, 5), part("c", 1, 5)], "risk")).toBe(
    "The bad years come from many risks",
  );
  expect(contributionFinding([part("a", 1, 0)], "risk")).toBe("No bad year costs anything");
});
