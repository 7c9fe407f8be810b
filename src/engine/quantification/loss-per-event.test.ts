import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../test/harness/plain-scenario.ts";
import { gamma } from "../stats/gamma.ts";
import { lossPerEvent } from "./loss-per-event.ts";
import type { Scenario } from "./scenario.ts";

const scenario = (parts: Partial<Scenario>) => plainScenario("a", parts);

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
      scenario({
        loss: { primary: 100 },
        controls: [{ control: "c1", acts: "loss", effectiveness: { min: 0.2, max: 0.6 } }],
      }),
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

  test("six exponential forms and two more that always follow are a gamma loss of shape 8", () => {
    const one = { shape: 1, rate: 0.01 };
    const forms = {
      productivity: one,
      response: one,
      replacement: one,
      competitiveAdvantage: one,
      fines: one,
      reputation: one,
    };
    const secondary = { probability: 1, loss: { forms: { fines: one, reputation: one } } };
    const loss = lossPerEvent(scenario({ loss: { primary: { forms }, secondary } }));
    const expected = gamma({ shape: 8, rate: 0.01 });
    expect([loss.mean, loss.variance]).toEqual([expect.closeTo(800, 6), expect.closeTo(80000, 4)]);
    for (const x of [300, 600, 800, 1200, 2000]) expect(Math.abs(loss.cdf(x) - expected.cdf(x))).toBeLessThan(2e-4);
  });
});
