import { describe, expect, test } from "vitest";
import { exactContributions } from "../../../src/engine/quantification/contribution/exact-contributions.ts";
import type { Scenario } from "../../../src/engine/quantification/scenario.ts";
import oracle from "./contribution.json" with { type: "json" };

describe("contributions agree with sums over the joint distribution of three scenarios", () => {
  test.each(oracle)("$name", ({ scenarios, levels }) => {
    for (const { level, valueAtRisk, expectedShortfall, parts } of levels) {
      const exact = exactContributions(scenarios as unknown as Scenario[], { level });
      expect(exact.valueAtRisk).toBeCloseTo(valueAtRisk, 9);
      expect(Math.abs(exact.expectedShortfall / expectedShortfall - 1)).toBeLessThan(5e-7);
      exact.scenarios.forEach((scenario, k) => {
        const off = Math.abs(scenario.expectedShortfall - parts[k]!) / expectedShortfall;
        expect(off, `${scenario.id} at ${level}: ${scenario.expectedShortfall} instead of ${parts[k]}`).toBeLessThan(
          5e-7,
        );
      });
    }
  });
});
