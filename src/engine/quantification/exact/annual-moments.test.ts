import { describe, expect, test } from "vitest";
import type { Count, LossMagnitude, Scenario } from "../scenario.ts";
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

describe("every count × every severity, against E N, Var N and the moments of the severity", () => {
  const counts: [Count, number, { mean: number; variance: number }][] = [
    [{ kind: "poisson" }, 3, { mean: 3, variance: 3 }],
    [{ kind: "negative-binomial", size: 1.5 }, 3, { mean: 3, variance: 3 + 9 / 1.5 }],
    [{ kind: "zero-inflated", silent: 0.4 }, 3, { mean: 1.8, variance: 1.8 + 9 * 0.24 }],
    [{ kind: "at-most-one" }, 0.3, { mean: 0.3, variance: 0.21 }],
  ];
  const Z = 1.6448536269514722;
  const sigma = Math.log(10) / (2 * Z);
  const severities: [LossMagnitude, { mean: number; variance: number }][] = [
    [7, { mean: 7, variance: 0 }],
    [
      { min: 2, max: 8 },
      { mean: 5, variance: 3 },
    ],
    [
      { low: 1, high: 10 },
      { mean: 4.040012826945727, variance: 4.040012826945727 ** 2 * Math.expm1(sigma ** 2) },
    ],
    [
      { shape: 2, rate: 0.5 },
      { mean: 4, variance: 8 },
    ],
    [
      { min: 0, mode: 2, max: 10 },
      { mean: 3, variance: (3 * 7) / 7 },
    ],
    [{ samples: [0, 1, 5] }, { mean: 2, variance: 14 / 3 }],
    [
      { forms: { fines: { min: 0, max: 6 }, response: { shape: 1, rate: 1 }, replacement: 2 } },
      { mean: 6, variance: 4 },
    ],
  ];
  const cases = counts.flatMap((count) => severities.map((severity) => [...count, ...severity] as const));
  test.each(cases)("%o of %d, %o", (count, frequency, n, primary, x) => {
    const { mean, variance } = moments({ frequency, count, loss: { primary } });
    expect(Math.abs(mean / (n.mean * x.mean) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(variance / (n.mean * x.variance + n.variance * x.mean ** 2) - 1)).toBeLessThan(1e-9);
  });
});

test("at most one event that is certain varies no more than its loss", () => {
  const certain = { frequency: 1, count: { kind: "at-most-one" } } as const;
  expect(moments({ ...certain, loss: { primary: 5 } })).toEqual({ mean: 5, variance: 0 });
  expect(moments({ ...certain, loss: { primary: { min: 0, max: 6 } } }).variance).toBeCloseTo(3, 12);
});
