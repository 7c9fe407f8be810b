import { describe, expect, test } from "vitest";
import type { AnnualLoss } from "../annual-loss.ts";
import type { Estimate } from "../estimate/estimate.ts";
import type { ControlEffect, Frequency, Loss, Scenario } from "../scenario.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";

interface Parts {
  readonly id?: string;
  readonly frequency: Frequency;
  readonly primary: Estimate;
  readonly secondary?: Loss["secondary"];
  readonly controls?: readonly ControlEffect[];
}
const scenario = ({ id = "a", frequency, primary, secondary, controls = [] }: Parts): Scenario => ({
  id,
  system: "s",
  frequency,
  loss: { primary, secondary },
  controls,
});
const one = (parts: Parts) => exactAnnualLoss([scenario(parts)]);
const cdf = (loss: AnnualLoss, x: number) => {
  const after = loss.exceedance.findIndex((point) => point.loss > x + 1e-9);
  return 1 - loss.exceedance[(after < 0 ? loss.exceedance.length : after) - 1]!.probability;
};
const off = (actual: number, expected: number) => Math.abs(actual / expected - 1);
const QUANTILES = ["0.5", "0.9", "0.95", "0.99"] as const;
const LN = { low: 50_000, high: 1_000_000 };

describe("published values", () => {
  test.each([
    [1, { low: 1e5, high: 1e6 }, [404001.28, 516137.59, 241603, 1078382, 1425887, 2247096]],
    [0.1, { low: 1e6, high: 1e7 }, [404001.28, 1632170.4, 0, 0, 3141756, 8097688]],
    [10, { low: 1e3, high: 1e5 }, [266398.01, 224420.2, 212712, 499101, 640575, 1069179]],
  ] as const)("compound Poisson of rate %d and lognormal %o", (frequency, primary, [mean, sd, ...quantiles]) => {
    const loss = one({ frequency, primary });
    expect(off(loss.expectedAnnualLoss, mean!)).toBeLessThan(1e-7);
    expect(off(loss.standardDeviation, sd!)).toBeLessThan(1e-7);
    QUANTILES.forEach((level, k) => {
      if (quantiles[k] === 0) expect(loss.valueAtRisk[level]).toBe(0);
      else expect(off(loss.valueAtRisk[level], quantiles[k]!), level).toBeLessThan(1e-4);
    });
  });

  test("compound Poisson of rate 3 and exponential losses of mean 2 (closed series)", () => {
    const { valueAtRisk, probabilityOfLoss } = one({ frequency: 3, primary: { shape: 1, rate: 0.5 } });
    expect(off(probabilityOfLoss, 1 - 0.0497870683678639)).toBeLessThan(1e-14);
    expect(off(valueAtRisk["0.5"], 4.96533451)).toBeLessThan(1e-6);
    expect(off(valueAtRisk["0.95"], 15.45771138)).toBeLessThan(1e-6);
    expect(off(valueAtRisk["0.99"], 21.41275141)).toBeLessThan(1e-6);
  });

  test("a gamma rate of shape 1 mixes to geometric counts: P(S > 10) of Geometric(3) and Exp(2)", () => {
    const loss = one({ frequency: { shape: 1, rate: 1 / 3 }, primary: { shape: 1, rate: 0.5 } });
    expect(off(loss.probabilityOfLoss, 0.75)).toBeLessThan(1e-14);
    expect(off(loss.valueAtRisk["0.9"], 8 * Math.log(0.75 / 0.1))).toBeLessThan(1e-5);
  });

  test.each([
    [4, [1, 2, 2, 3], [0.018315639, 0.018315639, 0.045789097, 0.057999523, 0.074025707, 0.088678218, 0.093129936]],
    [2, [1, 1, 1, 1, 1, 2, 2, 2, 2, 3], [0.135335283, 0.135335283, 0.175935868, 0.157891164, 0.130147431]],
  ])("Panjer's recursion at rate %d on samples %o", (frequency, samples, masses) => {
    const loss = one({ frequency, primary: { samples } });
    let sum = 0;
    masses.forEach((mass, k) => {
      sum += mass;
      expect(Math.abs(cdf(loss, k) - sum)).toBeLessThan(5e-9);
    });
  });

  test("expected shortfall shares the atom at zero: one year in 200 loses", () => {
    const rate = -Math.log(1 - 1e-7) / 1e-7;
    const loss = one({ frequency: 0.005 * rate, primary: { low: 1e5, high: 1e7 } });
    expect(loss.valueAtRisk["0.99"]).toBe(0);
    expect(off(loss.expectedShortfall["0.99"], 1331990.05)).toBeLessThan(1e-6);
  });
});

describe("laws", () => {
  test("fixed rates of one loss merge: two scenarios are one of the summed rate", () => {
    const apart = exactAnnualLoss([
      scenario({ id: "a", frequency: 0.4, primary: LN }),
      scenario({ id: "b", frequency: 1.1, primary: LN }),
    ]);
    const together = one({ frequency: 1.5, primary: LN });
    for (const level of QUANTILES) {
      expect(Math.abs(apart.valueAtRisk[level] - together.valueAtRisk[level])).toBeLessThan(
        5e-5 * together.valueAtRisk["0.95"],
      );
    }
  });

  test("money scales: every figure and every error", () => {
    const parts = {
      frequency: { low: 0.5, high: 5 },
      controls: [{ control: "c1", acts: "loss", effectiveness: { min: 0, max: 0.6 } }],
    } as const;
    const small = one({ ...parts, primary: { min: 0.1, mode: 0.4, max: 3 } });
    const large = one({ ...parts, primary: { min: 1e11, mode: 4e11, max: 3e12 } });
    expect(off(large.expectedAnnualLoss, 1e12 * small.expectedAnnualLoss)).toBeLessThan(1e-12);
    for (const level of QUANTILES)
      expect(off(large.valueAtRisk[level], 1e12 * small.valueAtRisk[level])).toBeLessThan(1e-9);
  });

  test("a certain effectiveness on frequency thins the rate", () => {
    const thinned = one({
      frequency: 4,
      primary: LN,
      controls: [{ control: "c2", acts: "frequency", effectiveness: 0.75 }],
    });
    expect(thinned).toEqual(one({ frequency: 1, primary: LN }));
  });

  test("mixing over next to nothing is no mixing", () => {
    const fixed = one({ frequency: 2, primary: LN });
    const narrow = one({
      frequency: { min: 2 - 1e-7, max: 2 + 1e-7 },
      primary: LN,
      controls: [{ control: "c3", acts: "loss", effectiveness: { min: 0, max: 1e-9 } }],
      secondary: { probability: { min: 0, max: 1e-9 }, loss: LN },
    });
    for (const level of QUANTILES) expect(off(narrow.valueAtRisk[level], fixed.valueAtRisk[level])).toBeLessThan(1e-4);
    expect(off(narrow.standardDeviation, fixed.standardDeviation)).toBeLessThan(1e-7);
  });

  test("the order of scenarios does not matter, and the input is left alone", () => {
    const set = [
      scenario({ id: "b", frequency: { low: 0.5, high: 5 }, primary: LN }),
      scenario({ id: "c", frequency: 3, primary: { samples: [100, 7000] } }),
      scenario({ id: "a", frequency: 0.2, primary: 1e6 }),
    ];
    const before = structuredClone(set);
    expect(exactAnnualLoss([...set].reverse())).toEqual(exactAnnualLoss(set));
    expect(set).toEqual(before);
  });

  test("controls never raise a figure", () => {
    const inherent = one({ frequency: { low: 0.5, high: 5 }, primary: LN });
    const residual = one({
      frequency: { low: 0.5, high: 5 },
      primary: LN,
      controls: [
        { control: "c4", acts: "loss", effectiveness: { alpha: 2, beta: 5 } },
        { control: "c5", acts: "frequency", effectiveness: { min: 0, mode: 0.1, max: 0.5 } },
      ],
    });
    expect(residual.expectedAnnualLoss).toBeLessThan(inherent.expectedAnnualLoss);
    for (const level of QUANTILES) expect(residual.valueAtRisk[level]).toBeLessThanOrEqual(inherent.valueAtRisk[level]);
    for (const level of ["0.95", "0.99"] as const) {
      expect(residual.expectedShortfall[level]).toBeLessThan(inherent.expectedShortfall[level]);
      expect(residual.expectedShortfall[level]).toBeGreaterThan(residual.valueAtRisk[level]);
    }
  });

  test("figures rise with their level, the curve falls from P(loss) at 0, in at most 256 points", () => {
    const loss = one({ frequency: { low: 0.1, high: 3 }, primary: LN });
    expect(loss.exceedance[0]).toEqual({ loss: 0, probability: loss.probabilityOfLoss });
    expect(loss.exceedance.length).toBeLessThanOrEqual(256);
    for (let k = 1; k < loss.exceedance.length; k++) {
      expect(loss.exceedance[k]!.loss).toBeGreaterThan(loss.exceedance[k - 1]!.loss);
      expect(loss.exceedance[k]!.probability).toBeLessThanOrEqual(loss.exceedance[k - 1]!.probability);
    }
    expect(loss.exceedance.at(-1)!.probability).toBeLessThan(1.1e-4);
    expect(loss.expectedShortfall["0.99"]).toBeGreaterThan(loss.expectedShortfall["0.95"]);
  });

  test("halving the step moves the quantile at 99 % by less than 1e-4, the bracket holds every figure", () => {
    const parts = {
      frequency: { low: 0.5, high: 5 },
      primary: LN,
      secondary: { probability: { min: 0.1, max: 0.4 }, loss: LN },
    };
    const estimated = one(parts).error.valueAtRisk["0.99"] as { low: number; high: number };
    expect(estimated.high / estimated.low - 1).toBeLessThan(2e-4);
    const bracketed = exactAnnualLoss(
      [scenario(parts), scenario({ id: "b", frequency: 2, primary: { low: 1000, high: 50000 } })],
      { bracket: "rigorous" },
    );
    for (const level of QUANTILES) {
      const { low, high, kind } = bracketed.error.valueAtRisk[level] as { low: number; high: number; kind: string };
      expect(kind).toBe("bracket");
      expect(low).toBeLessThan(bracketed.valueAtRisk[level]);
      expect(high).toBeGreaterThan(bracketed.valueAtRisk[level]);
      expect(high / low - 1).toBeLessThan(0.05);
    }
  });
});

describe("ends of the range", () => {
  const zero = exactAnnualLoss([]);
  test("no scenario, no frequency, no loss and a perfect control give zeros", () => {
    expect(zero.exceedance).toEqual([{ loss: 0, probability: 0 }]);
    expect(one({ frequency: 0, primary: LN })).toEqual(zero);
    expect(one({ frequency: 2, primary: 0 })).toEqual(zero);
    expect(one({ frequency: 2, primary: LN, controls: [{ control: "c6", acts: "loss", effectiveness: 1 }] })).toEqual(
      zero,
    );
    expect(
      one({
        frequency: { low: 1, high: 4 },
        primary: LN,
        controls: [{ control: "c7", acts: "frequency", effectiveness: 1 }],
      }),
    ).toEqual(zero);
  });

  test("a certain loss has the steps of its count: rate 2, 50,000 each", () => {
    const { valueAtRisk } = one({ frequency: 2, primary: 50_000 });
    expect(QUANTILES.map((level) => Math.round(valueAtRisk[level]))).toEqual([100_000, 200_000, 250_000, 300_000]);
    const beside = exactAnnualLoss([
      scenario({ id: "a", frequency: 0.1, primary: 1_000_000 }),
      scenario({ id: "b", frequency: 0.01, primary: { low: 100, high: 900 } }),
    ]);
    expect(off(beside.valueAtRisk["0.95"], 1_000_000)).toBeLessThan(1e-9);
  });

  test("rates from 1e-6 to 1e5 keep mean, deviation and the shape that is known", () => {
    const rare = one({ frequency: 1e-6, primary: LN });
    expect(off(rare.probabilityOfLoss, 1e-6)).toBeLessThan(1e-6);
    expect(rare.valueAtRisk["0.99"]).toBe(0);
    const many = one({ frequency: 1e5, primary: { min: 1, max: 3 } });
    // Close to normal, with the first term of Cornish and Fisher for what skewness is left.
    const skewness = (1e5 * 10) / many.standardDeviation ** 3;
    const z = 2.3263478740408408;
    const normal = many.expectedAnnualLoss + many.standardDeviation * (z + ((z * z - 1) * skewness) / 6);
    expect(Math.abs(many.valueAtRisk["0.99"] - normal)).toBeLessThan(0.005 * many.standardDeviation);
  });

  test("a heavy tail (sigma 3) and a narrow loss stay finite and in order", () => {
    const heavy = one({ frequency: 1, primary: { mu: 10, sigma: 3 } });
    const error = heavy.error.valueAtRisk["0.99"] as { low: number; high: number };
    expect(error.high / error.low - 1).toBeLessThan(2e-4);
    expect(heavy.expectedShortfall["0.99"]).toBeGreaterThan(heavy.valueAtRisk["0.99"]);
    const narrow = one({ frequency: 1, primary: { min: 99.999, max: 100.001 } });
    expect(Math.abs(narrow.valueAtRisk["0.5"] - 100)).toBeLessThan(0.2);
  });

  test("an annual loss without a finite mean or variance is refused by name", () => {
    const refusal =
      'a: annual loss "infinite" is not an estimate; give narrower ranges, or caps: its mean or variance is not a number';
    expect(() => one({ frequency: 1e200, primary: 1e200 })).toThrow(refusal);
    expect(() => one({ frequency: 1, primary: 1e160 })).toThrow(refusal);
    const struck = scenario({ frequency: 0, primary: 1e160 });
    const commonCauses = [{ cause: "vendor", strikes: 1, probability: 1 }];
    expect(() => exactAnnualLoss([{ ...struck, commonCauses }])).toThrow(/^vendor: annual loss "infinite"/);
    expect(() => one({ frequency: 1, primary: { mu: 0, sigma: 30 } })).toThrow(
      /^a: loss.primary .*its mean or variance/,
    );
  });

  test("a tail too heavy for the grid (sigma 5) says so: its error holds the quantile", () => {
    const { error, valueAtRisk } = one({ frequency: 1, primary: { mu: 0, sigma: 5 } });
    const { low, high } = error.valueAtRisk["0.99"] as { low: number; high: number };
    expect(high - low).toBeGreaterThan(0.5 * valueAtRisk["0.99"]);
    // One event passes it: P(X > x) = −ln 0.99 to first order.
    expect(low).toBeLessThan(Math.exp(5 * 2.3225));
    expect(high).toBeGreaterThan(Math.exp(5 * 2.3225));
  });

  test("silent years, clusters, single samples and causes that never strike", () => {
    const made = (change: Partial<Scenario>) =>
      exactAnnualLoss([{ ...scenario({ frequency: 2, primary: LN }), ...change }]);
    expect(made({ count: { kind: "zero-inflated", silent: 1 } })).toEqual(zero);
    expect(made({ frequency: 0, commonCauses: [{ cause: "v", strikes: 0, probability: 1 }] })).toEqual(zero);
    expect(made({ frequency: 0, commonCauses: [{ cause: "v", strikes: 1, probability: 0 }] })).toEqual(zero);
    const clusters = made({ count: { kind: "negative-binomial", size: 1e9 } });
    const poisson = made({});
    expect(off(clusters.valueAtRisk["0.99"], poisson.valueAtRisk["0.99"])).toBeLessThan(1e-6);
    const sample = made({ frequency: { samples: [2] }, loss: { primary: { samples: [500] } } });
    expect(QUANTILES.map((level) => sample.valueAtRisk[level])).toEqual([1000, 2000, 2500, 3000]);
    const certain = made({ frequency: 1, count: { kind: "at-most-one" }, loss: { primary: 5 } });
    expect([certain.standardDeviation, certain.probabilityOfLoss, certain.valueAtRisk["0.5"]]).toEqual([0, 1, 5]);
  });

  test("ten thousand scenarios, some of them struck together", () => {
    const set = Array.from(
      { length: 10_000 },
      (_, k): Scenario => ({
        ...scenario({ id: `r${k}`, frequency: 0.01, primary: 1000 * (1 + (k % 9)) }),
        commonCauses: k % 100 === 0 ? [{ cause: "vendor", strikes: 0.2, probability: 0.5 }] : undefined,
      }),
    );
    const { expectedAnnualLoss, standardDeviation, valueAtRisk } = exactAnnualLoss(set);
    const own = set.reduce((sum, { loss }) => sum + 0.01 * (loss.primary as number), 0);
    const strike = set
      .filter((_, k) => k % 100 === 0)
      .reduce((sum, { loss }) => sum + 0.5 * (loss.primary as number), 0);
    expect(off(expectedAnnualLoss, own + 0.2 * strike)).toBeLessThan(1e-12);
    expect(valueAtRisk["0.99"]).toBeGreaterThan(expectedAnnualLoss + 2 * standardDeviation);
  });
});
