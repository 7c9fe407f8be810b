import { describe, expect, test } from "vitest";
import { gamma } from "../stats/gamma.ts";
import { lognormal } from "../stats/lognormal.ts";
import { lossEventFrequency } from "./loss-event-frequency.ts";
import { lossPerEvent } from "./loss-per-event.ts";
import type { Scenario } from "./scenario.ts";

const scenario = (parts: Partial<Scenario>): Scenario => ({
  id: "a",
  system: "s",
  frequency: 1,
  loss: { primary: 1 },
  controls: [],
  ...parts,
});

describe("loss per event", () => {
  test("two exponential losses that always come together are a gamma loss of shape 2", () => {
    const primary = { shape: 1, rate: 0.01 };
    const loss = lossPerEvent(scenario({ loss: { primary, secondary: { probability: 1, loss: primary } } }));
    const expected = gamma({ shape: 2, rate: 0.01 });
    expect(loss.mean).toBeCloseTo(200, 9);
    expect(loss.variance).toBeCloseTo(20000, 6);
    for (const x of [5, 50, 150, 300, 900]) expect(Math.abs(loss.cdf(x) - expected.cdf(x))).toBeLessThan(1e-4);
    expect(Math.abs(loss.quantile(0.9) / expected.quantile(0.9) - 1)).toBeLessThan(2e-4);
  });

  test("a certain loss under a uniform effectiveness is uniform", () => {
    const loss = lossPerEvent(
      scenario({ loss: { primary: 100 }, controls: [{ acts: "loss", effectiveness: { min: 0.2, max: 0.6 } }] }),
    );
    expect(loss.support).toEqual([40, 80]);
    for (const x of [40, 50, 70, 80]) expect(loss.cdf(x)).toBeCloseTo((x - 40) / 40, 12);
  });

  test("the secondary loss counts by the mean of its probability", () => {
    const loss = lossPerEvent(
      scenario({ loss: { primary: 10, secondary: { probability: { alpha: 1, beta: 3 }, loss: 90 } } }),
    );
    expect([loss.cdf(9), loss.cdf(10), loss.cdf(99), loss.cdf(100)]).toEqual([0, 0.75, 0.75, 1]);
    expect(loss.mean).toBeCloseTo(32.5, 12);
  });
});

describe("loss event frequency", () => {
  test("threat events × vulnerability × what a control leaves", () => {
    const rate = lossEventFrequency(
      scenario({
        frequency: { threatEvents: { low: 2, high: 20 }, vulnerability: 0.5 },
        controls: [{ acts: "frequency", effectiveness: 0.4 }],
      }),
    );
    const sigma = Math.log(10) / 3.2897072539029444;
    const expected = lognormal({ mu: Math.log(0.3 * Math.sqrt(40)), sigma });
    expect(Math.abs(rate.mean / expected.mean - 1)).toBeLessThan(1e-12);
    for (const p of [0.01, 0.5, 0.99]) expect(Math.abs(rate.quantile(p) / expected.quantile(p) - 1)).toBeLessThan(1e-9);
  });

  test("contact × action × vulnerability multiplies means, and relative second moments", () => {
    const rate = lossEventFrequency(
      scenario({
        frequency: {
          contact: { shape: 4, rate: 0.1 },
          action: { min: 0.1, max: 0.5 },
          vulnerability: { alpha: 2, beta: 2 },
        },
      }),
    );
    expect(rate.mean).toBeCloseTo(40 * 0.3 * 0.5, 10);
    expect(rate.variance).toBeCloseTo(2000 * (0.09 + 0.16 / 12) * 0.3 - 36, 8);
  });

  test("a control that may be perfect leaves an atom at no event", () => {
    const rate = lossEventFrequency(
      scenario({
        frequency: { low: 1, high: 10 },
        controls: [{ acts: "frequency", effectiveness: { low: 0.5, high: 2 } }],
      }),
    );
    const perfect = 0.5;
    expect(Math.abs(rate.cdf(0) - perfect)).toBeLessThan(1e-9);
  });
});
