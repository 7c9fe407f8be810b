import { expect, test } from "vitest";
import { probabilityOfNone, type RateLaw } from "../exact/rate-law.ts";
import { sizeBiasedLaw } from "./size-biased-law.ts";

const laws: readonly RateLaw[] = [
  { kind: "fixed", rate: 1.7 },
  { kind: "gamma", shape: 0.6, rate: 0.3 },
  { kind: "mixed", values: [0, 0.5, 4], weights: [0.2, 0.5, 0.3] },
];

test.each(laws)("E[Λ·exp(−Λq)] is minus the slope of E[exp(−Λq)]: $kind", (law) => {
  const { mean, law: biased } = sizeBiasedLaw(law);
  for (const q of [0.01, 0.4, 0.9]) {
    const slope = (probabilityOfNone(law, q - 1e-5) - probabilityOfNone(law, q + 1e-5)) / 2e-5;
    expect(Math.abs((mean * probabilityOfNone(biased, q)) / slope - 1)).toBeLessThan(1e-8);
  }
});

test("a count that no Poisson rate makes is refused", () => {
  expect(() => sizeBiasedLaw({ kind: "at-most-one", probability: 0.5 })).toThrow(/^count at-most-one /);
});
