import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../test/harness/plain-scenario.ts";
import { lognormal } from "../stats/lognormal.ts";
import { lossEventFrequency } from "./loss-event-frequency.ts";
import type { Scenario } from "./scenario.ts";

const scenario = (parts: Partial<Scenario>) => plainScenario("a", parts);

describe("loss event frequency", () => {
  test("threat events × vulnerability × what a control leaves", () => {
    const rate = lossEventFrequency(
      scenario({
        frequency: { threatEvents: { low: 2, high: 20 }, vulnerability: 0.5 },
        controls: [{ control: "c1", acts: "frequency", effectiveness: 0.4 }],
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
        controls: [{ control: "c2", acts: "frequency", effectiveness: { low: 0.5, high: 2 } }],
      }),
    );
    const perfect = 0.5;
    expect(Math.abs(rate.cdf(0) - perfect)).toBeLessThan(1e-9);
  });

  test("years kept silent bring no events, common causes bring some on top", () => {
    const rate = lossEventFrequency(
      scenario({
        frequency: 2,
        count: { kind: "zero-inflated", silent: 0.25 },
        controls: [{ control: "c", acts: "frequency", effectiveness: 0.5 }],
        commonCauses: [{ cause: "vendor", strikes: { min: 0, max: 4 }, probability: 0.5 }],
      }),
    );
    expect(rate.mean).toBeCloseTo(0.75 + 0.5, 12);
    expect(rate.support).toEqual([0.75, 1.75]);
  });
});
