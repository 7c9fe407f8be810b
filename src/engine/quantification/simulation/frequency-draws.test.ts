import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { drawEstimate } from "./draw-estimate.ts";
import { frequencyDraws } from "./frequency-draws.ts";

function draws(frequency: Scenario["frequency"], count?: Scenario["count"]) {
  const scenario: Scenario = { id: "r", system: "s", frequency, count, loss: { primary: 1 }, controls: [] };
  return frequencyDraws(scenario, (field, kind, estimate) => drawEstimate(estimate, { field, kind }));
}

test.each<[Scenario["frequency"], number[]]>([
  [2, [2]],
  [{ threatEvents: 12, vulnerability: 0.5 }, [12, 0.5]],
  [{ contact: 100, action: 0.2, vulnerability: 0.5 }, [100, 0.2, 0.5]],
])("a frequency of %j is drawn factor by factor", (frequency, factors) => {
  expect(draws(frequency).map(({ certain }) => certain)).toEqual(factors);
});

test("vulnerability by force against resistance is a certain number", () => {
  const vulnerability = { threatCapability: { min: 0, max: 1 }, resistance: 0.7 };
  const [, overcome] = draws({ threatEvents: { min: 1, max: 3 }, vulnerability });
  expect(overcome!.certain).toBeCloseTo(0.3, 12);
  const refused = { threatCapability: 0.5, resistance: -1 };
  expect(() => draws({ threatEvents: 1, vulnerability: refused })).toThrow(
    "r: frequency.vulnerability.resistance -1 is not an estimate",
  );
});

test("where at most one event happens the frequency is a probability", () => {
  const wide = { mu: 0, sigma: 1 };
  const largest = (draw: ReturnType<typeof draws>[number]): number => {
    const out = new Float64Array(100);
    draw.fill(Int32Array.of(1, 2, 3, 4), out, 100);
    return Math.max(...out);
  };
  for (const frequency of [wide, { threatEvents: wide, vulnerability: 1 }]) {
    expect(largest(draws(frequency, { kind: "at-most-one" })[0]!)).toBe(1);
    expect(largest(draws(frequency)[0]!)).toBeGreaterThan(1);
  }
  expect(() => draws(2, { kind: "at-most-one" })).toThrow("frequency 2 is not an estimate; give a probability");
});
