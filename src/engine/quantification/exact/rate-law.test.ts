import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { gamma } from "../../stats/gamma.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { probabilityOfNone, type RateLaw, rateLaw } from "./rate-law.ts";

const share = scaledBeta({ alpha: 2, beta: 3, min: 0, max: 1 });
const mixed = (law: RateLaw) => law as RateLaw & { kind: "mixed" };

test("points are fixed, a lone gamma stays closed, the rest is a rule that keeps the mean", () => {
  expect(rateLaw([atoms([3])])).toEqual({ kind: "fixed", rate: 3 });
  expect(rateLaw([gamma({ shape: 2, rate: 4 })])).toEqual({ kind: "gamma", shape: 2, rate: 4 });
  const factors = [lognormal({ mu: 0, sigma: 0.7 }), share, share];
  const { values, weights } = mixed(rateLaw(factors));
  const mean = values.reduce((sum, value, k) => sum + weights[k]! * value, 0);
  expect(Math.abs(mean / (factors[0]!.mean * 0.16) - 1)).toBeLessThan(1e-9);
});

test("nodes of a large rate lie closer than the spread of its count", () => {
  const { values } = mixed(rateLaw([scaledBeta({ alpha: 1, beta: 1, min: 4000, max: 9000 })]));
  const gaps = values.slice(1).map((value, k) => value - values[k]!);
  expect(Math.max(...gaps)).toBeLessThan(Math.sqrt(9000));
});

test("a rule gives the closed probability of no event", () => {
  const closed = gamma({ shape: 2, rate: 1.5 });
  const rule = rateLaw([{ ...closed, form: undefined } as unknown as typeof closed]);
  expect(rule.kind).toBe("mixed");
  for (const q of [0.1, 1]) {
    const exact = probabilityOfNone({ kind: "gamma", shape: 2, rate: 1.5 }, q);
    expect(Math.abs(probabilityOfNone(rule, q) - exact)).toBeLessThan(2e-6);
  }
  expect(probabilityOfNone({ kind: "fixed", rate: 3 }, 0.5)).toBeCloseTo(Math.exp(-1.5), 14);
});
