import { describe, expect, test } from "vitest";
import type { AnnualLoss } from "../../../src/engine/quantification/annual-loss.ts";
import type { Estimate } from "../../../src/engine/quantification/estimate/estimate.ts";
import { exactAnnualLoss } from "../../../src/engine/quantification/exact/exact-annual-loss.ts";
import type { Scenario } from "../../../src/engine/quantification/scenario.ts";
import oracle from "./compound.json" with { type: "json" };

function figure(loss: AnnualLoss, name: string): number {
  const [key, level] = name.split(" ");
  const figures = loss as unknown as Record<string, number | Record<string, number>>;
  const found = figures[key!]!;
  return typeof found === "number" ? found : found[level!]!;
}

describe("quantiles of a fixed-rate lognormal, PERT or gamma loss agree with a NumPy transform of 4 million cells", () => {
  test.each(oracle.fft)("$frequency a year of $loss", ({ frequency, loss, quantiles }) => {
    const exact = exactAnnualLoss([
      { id: "a", system: "s", frequency, loss: { primary: loss as Estimate }, controls: [] },
    ]);
    for (const [level, expected] of Object.entries(quantiles)) {
      const actual = exact.valueAtRisk[level as "0.99"];
      const off = Math.abs(actual - expected);
      expect(off, `VaR ${level}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(
        5e-5 * Math.max(expected, 0.05 * quantiles["0.99"]),
      );
    }
  });
});

describe("every figure lies within 4.5 standard errors of a simulation in two levels", () => {
  test.each(oracle.simulated)("$name", ({ scenarios, figures }) => {
    const exact = exactAnnualLoss(scenarios as unknown as Scenario[]);
    for (const [name, [estimate, standardError]] of Object.entries(figures) as [string, [number, number]][]) {
      const actual = figure(exact, name);
      // Where every batch gives the same quantile (an atom), rounding alone is left.
      const allowed = Math.max(4.5 * standardError, 1e-9 * Math.abs(estimate));
      expect(
        Math.abs(actual - estimate),
        `${name}: ${actual}, simulated ${estimate} ± ${standardError}`,
      ).toBeLessThanOrEqual(allowed);
    }
  });
});
