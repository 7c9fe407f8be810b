import { describe, expect, test } from "vitest";
import type { SetYear } from "./portfolio-sets.ts";
import { setShortfall } from "./set-shortfall.ts";

/** A year of equally likely losses on steps of 10 from 100 on, with its true mean or another. */
function yearOf(
  losses: readonly number[],
  mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
): SetYear {
  const masses = new Float64Array(64);
  for (const loss of losses) masses[(loss - 100) / 10]! += 1 / losses.length;
  return { masses: { offset: 100, step: 10, masses }, mean, none: 0, reading: "steps" };
}

/** Of a sample, with the loss at the line counted in part: methods/risk.md §2.4. */
function ofSample(losses: readonly number[], level: number): number {
  const sorted = losses.toSorted((a, b) => a - b);
  const n = sorted.length;
  const k = Math.ceil(n * level);
  const above = sorted.slice(k).reduce((sum, loss) => sum + loss, 0);
  return (above + (k - n * level) * sorted[k - 1]!) / (n * (1 - level));
}

const losses = [100, 100, 110, 150, 150, 150, 150, 320, 400, 700];

describe("the mean of the worst years of a set", () => {
  test.each([0.05, 0.1, 0.25, 0.5, 0.65, 0.77, 0.9, 0.95, 0.99])("at %d is that of the sample", (level) => {
    expect(Math.abs(setShortfall(yearOf(losses), level) / ofSample(losses, level) - 1)).toBeLessThan(1e-12);
  });

  test("never falls with the level, from the mean to the largest loss", () => {
    const levels = Array.from({ length: 100 }, (_, k) => k / 100);
    const found = levels.map((level) => setShortfall(yearOf(losses), level));
    expect(found[0]).toBeCloseTo(233, 10);
    expect(found[99]).toBeCloseTo(700, 9);
    found.slice(1).forEach((shortfall, k) => void expect(shortfall).toBeGreaterThanOrEqual(found[k]! - 1e-9));
  });

  test("what the mean holds beyond the last cell is all counted among the worst", () => {
    const beyond = setShortfall(yearOf(losses, 233 + 40), 0.9) - setShortfall(yearOf(losses), 0.9);
    expect(beyond).toBeCloseTo(40 / 0.1, 9);
  });

  test("of a year without loss is 0, also where rounding has the mean below it", () => {
    const masses = { offset: 0, step: 1, masses: Float64Array.of(1) };
    expect(setShortfall({ masses, mean: 0, none: 1, reading: "steps" }, 0.95)).toBe(0);
    expect(setShortfall(yearOf([100, 100], 100 - 1e-12), 0.5)).toBeCloseTo(100, 9);
    expect(setShortfall({ ...yearOf([100]), mean: 0 }, 0.5)).toBe(0);
  });
});
