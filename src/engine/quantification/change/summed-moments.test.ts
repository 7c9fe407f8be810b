import { expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import { independentYears } from "../exact/independent-years.ts";
import { summedMoments } from "./summed-moments.ts";

test("rates × losses, rates × squares, and no event of any kind", () => {
  const commonCauses = [{ cause: "vendor", strikes: 0.5, probability: 0.4 }];
  const years = independentYears([
    plainScenario("a", { frequency: 2, loss: { primary: { samples: [1, 3] } }, commonCauses }),
    plainScenario("b", { frequency: 0.3, count: { kind: "at-most-one" }, loss: { primary: 10 } }),
  ]);
  const { mean, variance, none } = summedMoments(years);
  expect(mean).toBeCloseTo(2 * 2 + 0.5 * 0.4 * 2 + 0.3 * 10, 12);
  // Poisson λ·E X², at most one p(1 − p)·x².
  expect(variance).toBeCloseTo(2 * 5 + 0.5 * 0.4 * 5 + 0.3 * 0.7 * 100, 12);
  expect(none).toBeCloseTo(Math.exp(-2 - 0.2) * 0.7, 12);
});

test("the bits of the exact engine in any order, whatever cannot lose beside them", () => {
  const scenarios = Array.from({ length: 12 }, (_, k) =>
    plainScenario(`r${(k * 5) % 12}`, {
      frequency: { low: 0.1 + k, high: 2 + 3 * k },
      loss: { primary: { min: k, max: 7 * k + 1 } },
    }),
  );
  const loss = exactAnnualLoss(scenarios);
  for (const given of [scenarios, scenarios.toReversed(), [plainScenario("never", { frequency: 0 }), ...scenarios]]) {
    const { mean, variance, none } = summedMoments(independentYears(given));
    expect(mean).toBe(loss.expectedAnnualLoss);
    expect(Math.sqrt(variance)).toBe(loss.standardDeviation);
    expect(1 - none).toBe(loss.probabilityOfLoss);
  }
});
