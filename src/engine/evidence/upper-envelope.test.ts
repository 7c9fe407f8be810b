import fc from "fast-check";
import { expect, test } from "vitest";
import { atoms } from "../stats/atoms.ts";
import { gamma } from "../stats/gamma.ts";
import { scaledBeta } from "../stats/scaled-beta.ts";
import { upperEnvelope } from "./upper-envelope.ts";

const beta = (alpha: number, other: number) => scaledBeta({ alpha, beta: other, min: 0, max: 1 });

test("of two that do not cross it is the higher one", () => {
  const [lower, higher] = [beta(2, 30), beta(4, 30)];
  const envelope = upperEnvelope(lower, higher);
  expect(envelope.mean / higher.mean).toBeCloseTo(1, 5);
  expect(envelope.variance / higher.variance).toBeCloseTo(1, 4);
  expect(envelope.limitedExpectation(0.1) / higher.limitedExpectation(0.1)).toBeCloseTo(1, 4);
  const first = upperEnvelope(higher, lower);
  expect([first.mean, first.limitedExpectation(0.1)]).toEqual([higher.mean, higher.limitedExpectation(0.1)]);
});

test("a point and a spread that crosses it", () => {
  // Uniform on [0, 1] and ½: half of the mass sits on ½, the rest is uniform above.
  const envelope = upperEnvelope(beta(1, 1), atoms([0.5]));
  expect(envelope.mean).toBeCloseTo(0.625, 5);
  expect([envelope.cdf(0.49), envelope.cdf(0.5), envelope.quantile(0.25)]).toEqual([0, 0.5, 0.5]);
});

test("neither mean nor quantile lies below either of the two", () => {
  const shape = fc.double({ min: 1, max: 60, noNaN: true });
  fc.assert(
    fc.property(shape, shape, shape, shape, (a, b, c, d) => {
      const [x, y] = [beta(a, b), beta(c, d)];
      const envelope = upperEnvelope(x, y);
      expect(envelope.mean).toBeGreaterThanOrEqual(Math.max(x.mean, y.mean) * (1 - 1e-4));
      expect(envelope.mean).toBeGreaterThanOrEqual(x.mean);
      for (const p of [0.01, 0.5, 0.95]) {
        expect(envelope.quantile(p)).toBe(Math.max(x.quantile(p), y.quantile(p)));
        expect(envelope.cdf(envelope.quantile(p))).toBeCloseTo(p, 8);
      }
    }),
    { numRuns: 40 },
  );
});

test("ends of the range, and what has no upper bound", () => {
  const envelope = upperEnvelope(beta(2, 3), beta(3, 2));
  expect([envelope.cdf(-1), envelope.cdf(1), envelope.quantile(0), envelope.quantile(1)]).toEqual([0, 1, 0, 1]);
  expect(() => upperEnvelope(gamma({ shape: 1, rate: 1 }), beta(1, 1))).toThrow("cap it first");
});
