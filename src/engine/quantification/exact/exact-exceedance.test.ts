import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";
import { exactExceedance } from "./exact-exceedance.ts";

const scenario = (fields: Partial<Scenario>): Scenario => ({
  id: "a",
  system: "s",
  frequency: 1,
  loss: { primary: 1 },
  controls: [],
  ...fields,
});

describe("exactExceedance", () => {
  test("of compound Poisson(3) with exponential losses of mean 2 is the closed series", () => {
    const exponential = scenario({ frequency: 3, loss: { primary: { shape: 1, rate: 0.5 } } });
    const reference = [
      [0, 0.0497870684],
      [5, 0.5029366465],
      [10, 0.8149387725],
      [20, 0.9851472524],
    ] as const;
    const exceedance = exactExceedance(
      [exponential],
      reference.map(([loss]) => loss),
    );
    for (const [index, [, cumulative]] of reference.entries()) {
      expect(Math.abs(exceedance[index]! - (1 - cumulative))).toBeLessThan(1e-5);
    }
  });

  test("of certain losses steps where a year reaches the amount: larger than, not equal", () => {
    const one = exactExceedance([scenario({ loss: { primary: 5 } })], [0, 4.99, 5, 9.99, 10]);
    const none = Math.exp(-1);
    const reference = [1 - none, 1 - none, 1 - 2 * none, 1 - 2 * none, 1 - 2.5 * none];
    for (const [index, probability] of reference.entries()) expect(one[index]).toBeCloseTo(probability, 9);
  });

  test("agrees with the quantiles of the same scenarios, alone and summed", () => {
    const scenarios = [
      scenario({ frequency: { low: 0.2, high: 3 }, loss: { primary: { low: 1e4, high: 1e6 } } }),
      scenario({ id: "b", frequency: 2, loss: { primary: { low: 1e3, high: 1e5 } } }),
      scenario({ id: "c", frequency: 0.1, loss: { primary: { min: 0, max: 5e6 } } }),
    ];
    for (const some of [scenarios.slice(0, 1), scenarios]) {
      const { valueAtRisk } = exactAnnualLoss(some);
      const exceedance = exactExceedance(some, Object.values(valueAtRisk));
      for (const [index, level] of Object.keys(valueAtRisk).entries()) {
        expect(exceedance[index]).toBeCloseTo(1 - Number(level), 9);
      }
    }
  });

  test("is 0 where nothing can be lost, and never above the probability of any loss", () => {
    expect(exactExceedance([], [0, 10])).toEqual([0, 0]);
    expect(exactExceedance([scenario({ frequency: 0 })], [0])).toEqual([0]);
    expect(exactExceedance([scenario({ frequency: 0.01, loss: { primary: { low: 1, high: 9 } } })], [0])[0]).toBe(
      exactAnnualLoss([scenario({ frequency: 0.01, loss: { primary: { low: 1, high: 9 } } })]).probabilityOfLoss,
    );
  });
});
