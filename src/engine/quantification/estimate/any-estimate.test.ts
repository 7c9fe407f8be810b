import fc from "fast-check";
import { expect, test } from "vitest";
import type { Estimate } from "./estimate.ts";
import { type EstimatePlace, estimateDistribution } from "./estimate-distribution.ts";
import { EstimateError } from "./estimate-error.ts";

const size = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -6, max: 10, noNaN: true }).map((power) => 10 ** power) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 5, 1e-300, 1e300, Number.NaN, Number.POSITIVE_INFINITY) },
);
const rising = (count: number) =>
  fc.array(size, { minLength: count, maxLength: count }).map((sizes) => sizes.sort((a, b) => a - b));
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
const forms = [
  rising(2).map(([low, high]) => ({ low, high })),
  rising(2).map(([min, max]) => ({ min, max })),
  fc
    .tuple(rising(3), fc.constantFrom("bounds", "percentiles"), fc.constantFrom(4, 0, 1, 60))
    .map(([[min, mode, max], ends, lambda]) => ({ min, mode, max, ends, lambda })),
  fc.record({ alpha: size, beta: size }),
  fc.record({ shape: size, rate: size }),
  fc.record({ mu: fc.double({ min: -9, max: 21, noNaN: true }), sigma: fc.double({ min: 0, max: 30, noNaN: true }) }),
  fc.record({ samples: fc.array(size, { maxLength: 5 }) }),
  fc
    .tuple(rising(3), shares)
    .map(([values, ps]) => ({ quantiles: values.map((value, k) => ({ p: ps.sort((a, b) => a - b)[k]!, value })) })),
];
const { estimate } = fc.letrec<{ estimate: Estimate }>((tie) => ({
  estimate: fc
    .tuple(
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        ...forms,
        fc.record({
          experts: fc.array(fc.record({ estimate: tie("estimate"), weight: size }, { requiredKeys: ["estimate"] }), {
            maxLength: 3,
          }),
          pool: fc.constantFrom("linear", "quantiles"),
        }),
      ),
      fc.record(
        {
          truncate: fc.record({ from: size, to: size }, { requiredKeys: [] }),
          cap: size,
          insurance: fc.record({ deductible: size, limit: size }),
        },
        { requiredKeys: [] },
      ),
      fc.boolean(),
    )
    .map(([form, cuts, isCut]) => ({ ...form, ...(isCut ? cuts : {}) }) as Estimate),
}));

test("whatever is given, it is refused with a remedy or has figures that agree with each other", () => {
  let read = 0;
  const check = (given: Estimate, kind: EstimatePlace["kind"]) => {
    try {
      const law = estimateDistribution(given, { field: "loss", kind });
      read++;
      const [low, high] = law.support;
      const quantiles = [0.01, 0.05, 0.5, 0.95, 0.99].map((p) => [p, law.quantile(p)] as const);
      const figures = quantiles.flatMap(([, x]) => [x, law.cdf(x), law.limitedExpectation(x)]);
      expect([law.mean, law.variance, ...figures].every(Number.isFinite)).toBe(true);
      expect(law.variance).toBeGreaterThanOrEqual(0);
      expect(law.mean).toBeGreaterThanOrEqual(low * (1 - 1e-9));
      expect(law.mean).toBeLessThanOrEqual(high * (1 + 1e-9));
      for (const [p, x] of quantiles) {
        expect(law.cdf(x * (1 + 1e-9) + Number.MIN_VALUE)).toBeGreaterThanOrEqual(p - 1e-5);
        expect(x >= low && x <= high).toBe(true);
      }
    } catch (error) {
      if (!(error instanceof EstimateError)) throw error;
      expect(error.message.replace(/^.* is not an estimate; /, "")).toMatch(/\b(give|leave out|widen)\b/);
    }
  };
  fc.assert(fc.property(estimate, fc.constantFrom("quantity", "probability"), check), { numRuns: 1500, seed: 20261 });
  expect(read).toBeGreaterThan(200);
});
