import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { rateOf } from "../rate/rate.ts";
import { thresholdChoice } from "./threshold-choice.ts";
import { outcomesAt, thresholdTable } from "./threshold-table.ts";

const table = thresholdTable(decisionsCube(), ["sex"]);
const { sweeps } = table;
const grid = Array.from({ length: 101 }, (_, k) => k / 100);

function costOf(thresholds: readonly number[], falsePositive = 1, falseNegative = 1): number {
  const { weight } = outcomesAt(table, thresholds);
  return falsePositive * weight[2 * OUTCOMES + 3]! + falseNegative * weight[2 * OUTCOMES + 1]!;
}

test("least cost, free and with one threshold: nothing on a grid of all scores is cheaper", () => {
  for (const [falsePositiveCost, falseNegativeCost] of [
    [1, 1],
    [5, 1],
    [1, 4],
  ] as const) {
    const costs = { falsePositiveCost, falseNegativeCost };
    const free = thresholdChoice(sweeps, "least-cost", costs);
    const one = thresholdChoice(sweeps, "least-cost", { ...costs, scope: "common" });
    const cost = (thresholds: readonly number[]) => costOf(thresholds, falsePositiveCost, falseNegativeCost);
    expect(free.cost).toBeCloseTo(Math.min(...grid.flatMap((a) => grid.map((b) => cost([a, b])))), 9);
    expect(one.cost).toBeCloseTo(Math.min(...grid.map((t) => cost([t, t]))), 9);
    expect(one.cost).toBeCloseTo(cost(one.thresholds), 9);
    expect(new Set(one.thresholds).size).toBe(1);
    expect(free.gap).toBeNull();
  }
});

test.each(["demographic-parity", "equal-opportunity"] as const)(
  "%s: within the tolerance, and little is cheaper",
  (aim) => {
    const choice = thresholdChoice(sweeps, aim, { tolerance: 0.02 });
    const rate = aim === "demographic-parity" ? "selectionRate" : "truePositiveRate";
    const gapAt = (thresholds: readonly number[]) => {
      const { weight } = outcomesAt(table, thresholds);
      return Math.abs(rateOf(weight, 0, rate) - rateOf(weight, OUTCOMES, rate));
    };
    expect(choice.gap).toBeCloseTo(gapAt(choice.thresholds), 12);
    expect(choice.gap).toBeLessThanOrEqual(0.02);
    const allowed = grid.flatMap((a) => grid.map((b) => [a, b])).filter((pair) => gapAt(pair) <= 0.02);
    expect(choice.cost).toBeLessThanOrEqual(Math.min(...allowed.map((pair) => costOf(pair))) * 1.05);
  },
);

test("equalized odds is approached, and the gap that is left is told", () => {
  const choice = thresholdChoice(sweeps, "equalized-odds");
  const parity = thresholdChoice(sweeps, "demographic-parity");
  const { weight } = outcomesAt(table, parity.thresholds);
  const left = Math.max(
    ...(["truePositiveRate", "falsePositiveRate"] as const).map((rate) =>
      Math.abs(rateOf(weight, 0, rate) - rateOf(weight, OUTCOMES, rate)),
    ),
  );
  expect(choice.gap).toBeLessThanOrEqual(left);
});

test("a group without positives has no true positive rate to equalise, and does not disturb the others", () => {
  const races = thresholdTable(decisionsCube(), ["race"]).sweeps;
  const choice = thresholdChoice(races, "equal-opportunity", { tolerance: 0.05 });
  expect(choice.gap).toBeLessThanOrEqual(0.05);
  expect(choice.thresholds).toHaveLength(4);
  expect(choice.thresholds[3]).toBe(thresholdChoice(races, "least-cost").thresholds[3]);
  expect(thresholdChoice([], "demographic-parity")).toEqual({ thresholds: [], cost: 0, gap: null });
});

test.each(["demographic-parity", "equal-opportunity", "equalized-odds"] as const)(
  "%s with one threshold for all: nothing within the tolerance is cheaper, else nothing is closer",
  (aim) => {
    for (const tolerance of [0.001, 0.03, 0.12]) {
      const choice = thresholdChoice(sweeps, aim, { scope: "common", tolerance });
      const gapAt = (t: number) => {
        const { weight } = outcomesAt(table, [t, t]);
        const rates = { "demographic-parity": ["selectionRate"], "equal-opportunity": ["truePositiveRate"] } as const;
        const asked = aim === "equalized-odds" ? (["truePositiveRate", "falsePositiveRate"] as const) : rates[aim];
        return Math.max(...asked.map((rate) => Math.abs(rateOf(weight, 0, rate) - rateOf(weight, OUTCOMES, rate))));
      };
      expect(choice.gap).toBeCloseTo(gapAt(choice.thresholds[0]!), 12);
      const all = [...grid, Infinity].map((t) => ({ gap: gapAt(t), cost: costOf([t, t]) }));
      const allowed = all.filter(({ gap }) => gap <= tolerance);
      if (allowed.length > 0) expect(choice.cost).toBeCloseTo(Math.min(...allowed.map(({ cost }) => cost)), 9);
      else expect(choice.gap).toBeCloseTo(Math.min(...all.map(({ gap }) => gap)), 12);
    }
  },
);
