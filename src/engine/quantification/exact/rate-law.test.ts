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

test("a negative binomial count of certain rate is a gamma, of an uncertain one a rule of its moments", () => {
  const count = { kind: "negative-binomial", size: 2.5 } as const;
  expect(rateLaw([atoms([4])], count)).toEqual({ kind: "gamma", shape: 2.5, rate: 0.625 });
  const { values, weights } = mixed(rateLaw([share], count));
  const moment = (power: number) => values.reduce((sum, value, k) => sum + weights[k]! * value ** power, 0);
  expect(Math.abs(moment(1) / share.mean - 1)).toBeLessThan(1e-9);
  expect(Math.abs(moment(2) / ((share.variance + share.mean ** 2) * 1.4) - 1)).toBeLessThan(1e-4);
  for (const q of [0.2, 1]) {
    // E (1 + Λq/r)^(−r) over the beta by its own density.
    let closed = 0;
    for (let k = 0; k < 2000; k++) {
      const x = (k + 0.5) / 2000;
      closed += (share.density!(x) * (1 + (x * q) / 2.5) ** -2.5) / 2000;
    }
    expect(Math.abs(probabilityOfNone(rateLaw([share], count), q) - closed)).toBeLessThan(1e-6);
  }
});

test("silent years and at most one event", () => {
  const inflated = rateLaw([atoms([2])], { kind: "zero-inflated", silent: 0.3 });
  expect(inflated).toEqual({ kind: "zero-inflated", silent: 0.3, otherwise: { kind: "fixed", rate: 2 } });
  expect(probabilityOfNone(inflated, 0.5)).toBeCloseTo(0.3 + 0.7 * Math.exp(-1), 14);
  const one = rateLaw([share, atoms([0.5])], { kind: "at-most-one" });
  expect(one).toEqual({ kind: "at-most-one", probability: 0.2 });
  expect(probabilityOfNone(one, 0.5)).toBeCloseTo(0.9, 14);
});
