import fc from "fast-check";
import { expect, test } from "vitest";
import { correlationFactor } from "../correlation/correlation-factor.ts";
import type { Estimate } from "../estimate/estimate.ts";
import type { ControlEffect, Count, Scenario } from "../scenario.ts";
import { CorrelatedNormals } from "./correlated-normals.ts";
import { scenarioDraws } from "./scenario-draws.ts";
import { ScenarioYears } from "./scenario-years.ts";
import { lossFreeYears, type YearLosses } from "./year-losses.ts";

const YEARS = 2500;
const SEED = 7;

const share: fc.Arbitrary<Estimate> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constant({ min: 0.1, mode: 0.4, max: 0.9 }),
  fc.constant({ alpha: 0.5, beta: 0.7 }),
  fc.constant({ low: 0.2, high: 2 }),
  fc.constant({ samples: [0, 0.3, 1] }),
);
const amount: fc.Arbitrary<Estimate> = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constant({ low: 10, high: 1000 }),
  fc.constant({ low: 10, high: 1000, truncate: { from: 800 } }),
  fc.constant({ low: 10, high: 1000, cap: 500, insurance: { deductible: 50, limit: 100 } }),
  fc.constant({ shape: 0.3, rate: 0.01 }),
);
const magnitude = fc.oneof(amount, fc.record({ forms: fc.record({ fines: amount, response: amount }) }));
const count: fc.Arbitrary<Count> = fc.constantFrom(
  { kind: "poisson" },
  { kind: "negative-binomial", size: 0.5 },
  { kind: "zero-inflated", silent: 0.5 },
  { kind: "at-most-one" },
);
const control: fc.Arbitrary<ControlEffect> = fc.record(
  {
    control: fc.constantFrom("a", "b", "c", "d"),
    acts: fc.constantFrom("frequency", "loss", "secondary"),
    effectiveness: share,
    coverage: share,
    reliability: share,
    mechanism: fc.constantFrom("m", "n"),
  },
  { requiredKeys: ["control", "acts", "effectiveness"] },
);
const controls = fc.uniqueArray(control, { maxLength: 6, selector: ({ control, acts }) => `${control} ${acts}` });
const scenario: fc.Arbitrary<Scenario> = fc.record({
  id: fc.constant("r"),
  system: fc.constant("s"),
  frequency: fc.oneof(share, fc.record({ threatEvents: share, vulnerability: share })),
  count,
  loss: fc.record(
    { primary: magnitude, secondary: fc.record({ probability: share, loss: magnitude }) },
    { requiredKeys: ["primary"] },
  ),
  controls,
  commonCauses: fc.uniqueArray(
    fc.record({
      cause: fc.constantFrom("x", "y"),
      strikes: fc.constantFrom<Estimate>(0.5, { min: 0, max: 2 }),
      probability: share,
    }),
    { selector: ({ cause }) => cause },
  ),
});

function simulated(given: Scenario, isCorrelated: boolean): YearLosses {
  const losses = lossFreeYears(YEARS, true);
  const between = [{ a: "r", b: "other", value: 0.7 }];
  const factor = correlationFactor({ kind: "kendall", between }, ["r", "other"]);
  const correlated = new CorrelatedNormals(factor, ["r"], SEED);
  const normals = isCorrelated ? correlated.of("r") : null;
  new ScenarioYears().simulate(losses, [{ draws: scenarioDraws(given, SEED), own: null, normals }], {
    isStopped: () => false,
    onBlock: (block) => correlated.fillBlock(block),
  });
  return losses;
}

const isNowhereAbove = (some: Float64Array, others: Float64Array): boolean =>
  some.every((loss, year) => loss <= others[year]!);

test("in every year the residual loss is at most the inherent one, whatever the scenario", () => {
  fc.assert(
    fc.property(scenario, fc.boolean(), (given, isCorrelated) => {
      const { inherent, residual } = simulated(given, isCorrelated);
      expect(isNowhereAbove(residual, inherent)).toBe(true);
      expect(residual.every((loss) => loss >= 0)).toBe(true);
    }),
    { numRuns: 80 },
  );
});

test("more controls leave the inherent years as they were and no residual year worse, in any order", () => {
  fc.assert(
    fc.property(scenario, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.boolean(), (all, kept, order) => {
      const some = all.controls.filter((_, i) => kept[i]);
      const subset = simulated({ ...all, controls: order ? some : some.reverse() }, false);
      const full = simulated(all, false);
      expect(full.inherent).toEqual(subset.inherent);
      expect(isNowhereAbove(full.residual, subset.residual)).toBe(true);
    }),
    { numRuns: 80 },
  );
});
