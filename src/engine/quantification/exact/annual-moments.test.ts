import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { annualMoments } from "./annual-moments.ts";

const moments = (scenario: Partial<Scenario>) =>
  annualMoments(
    scenarioDistributions({ id: "a", system: "s", frequency: 1, loss: { primary: 1 }, controls: [], ...scenario }),
  );

test("a compound Poisson loss has variance λ·E[X²]", () => {
  expect(moments({ frequency: 4, loss: { primary: { samples: [1, 3] } } })).toEqual({ mean: 8, variance: 20 });
});

test("a gamma rate adds Var(Λ)·E[X]²: negative binomial counts", () => {
  const { mean, variance } = moments({ frequency: { shape: 2, rate: 0.5 } });
  expect(mean).toBe(4);
  expect(variance).toBeCloseTo(4 + 4 ** 2 / 2, 12);
});

test("an uncertain secondary probability adds the variance of the mean it moves", () => {
  // Λ = 10, Y = 1 + B·2 with p uniform: E Y = 2, E Y² = 1 + p̄(2·2 + 4) = 5, Var(10·2p) = 400/12.
  const secondary = { probability: { min: 0, max: 1 }, loss: 2 };
  const { mean, variance } = moments({ frequency: 10, loss: { primary: 1, secondary } });
  expect(mean).toBeCloseTo(20, 12);
  expect(variance).toBeCloseTo(50 + 400 / 12, 10);
});

test("a multiplier on loss scales the mean by its mean and the second moment by its second", () => {
  const { mean, variance } = moments({
    frequency: 3,
    controls: [{ control: "c1", acts: "loss", effectiveness: { min: 0, max: 1 } }],
  });
  expect(mean).toBeCloseTo(1.5, 12);
  expect(variance + mean * mean).toBeCloseTo((3 + 9) / 3, 12);
});

test("no rate is no loss", () => {
  expect(moments({ frequency: 0 })).toEqual({ mean: 0, variance: 0 });
});
