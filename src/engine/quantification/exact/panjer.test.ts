import { describe, expect, test } from "vitest";
import type { Count, Scenario } from "../scenario.ts";
import { exactExceedance } from "./exact-exceedance.ts";

/** Panjer's recursion for p_k = (a + b/k)·p_{k−1} and losses on 0, 1, 2 … */
function panjer({ a, b, none }: { a: number; b: number; none: number }, f: readonly number[], size: number): number[] {
  const g = [none];
  for (let s = 1; s < size; s++) {
    let sum = 0;
    for (let j = 1; j <= Math.min(s, f.length - 1); j++) sum += (a + (b * j) / s) * f[j]! * g[s - j]!;
    g.push(sum / (1 - a * f[0]!));
  }
  return g;
}

const scenario = (frequency: number, samples: readonly number[], count: Count, id = "a"): Scenario => ({
  id,
  system: "s",
  frequency,
  count,
  loss: { primary: { samples } },
  controls: [],
});

/** P(S > 0), P(S > 1) … against the recursion's. */
function expectMasses(scenarios: readonly Scenario[], masses: readonly number[], within: number): void {
  const exceeded = exactExceedance(scenarios, [...masses.keys()]);
  let above = 1;
  masses.forEach((mass, k) => {
    above -= mass;
    expect(Math.abs(exceeded[k]! - above), `P(S > ${k})`).toBeLessThan(within);
  });
}

const samplesOf = (f: readonly number[]) =>
  f.flatMap((share, value) => Array<number>(Math.round(20 * share)).fill(value));
const F = [0, 0.5, 0.4, 0.1];

describe("Panjer's recursion and the transform agree", () => {
  test.each([
    [0.3, F],
    [4, [0, 0.25, 0.5, 0.25]],
    [12, [0.2, 0.3, 0, 0.5]],
  ])("Poisson of %d, losses %o", (rate, f) => {
    expectMasses(
      [scenario(rate, samplesOf(f), { kind: "poisson" })],
      panjer({ a: 0, b: rate, none: Math.exp(-rate * (1 - f[0]!)) }, f, 60),
      1e-9,
    );
  });

  test.each([
    [3, 0.4, F],
    [3, 2, [0.1, 0.6, 0.3]],
    [10, 7.5, [0, 0.25, 0.5, 0.25]],
  ])("negative binomial of mean %d and size %d, losses %o", (mean, size, f) => {
    const odds = mean / size;
    const a = odds / (1 + odds);
    expectMasses(
      [scenario(mean, samplesOf(f), { kind: "negative-binomial", size })],
      panjer({ a, b: (size - 1) * a, none: (1 + odds * (1 - f[0]!)) ** -size }, f, 80),
      1e-9,
    );
  });

  test("a binomial count is so many scenarios of at most one event", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => scenario(0.3, samplesOf(F), { kind: "at-most-one" }, id));
    const a = -0.3 / 0.7;
    const masses = panjer({ a, b: -6 * a, none: 0.7 ** 5 }, F, 16);
    [0.16807, 0.180075, 0.221235, 0.1760325].forEach((mass, k) => void expect(masses[k]).toBeCloseTo(mass, 12));
    expectMasses(five, masses, 1e-9);
  });

  test("zero-inflated is silent or Poisson", () => {
    const masses = panjer({ a: 0, b: 2, none: Math.exp(-2) }, F, 40).map((mass, k) => 0.7 * mass + (k === 0 ? 0.3 : 0));
    expectMasses([scenario(2, samplesOf(F), { kind: "zero-inflated", silent: 0.3 })], masses, 1e-9);
  });
});
