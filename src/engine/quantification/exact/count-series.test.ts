import { describe, expect, test } from "vitest";
import { countSeries } from "./count-series.ts";

/** Σ pₙ sⁿ. */
const generating = (probabilities: Float64Array, s: number) =>
  probabilities.reduceRight((sum, probability) => sum * s + probability, 0);

describe("the probabilities of 0, 1, 2 … events", () => {
  test.each([
    ["one rate", [3], [1]],
    ["a rate of 0 among others", [0, 0.5, 8], [0.3, 0.5, 0.2]],
    ["rates far apart", [1e-9, 40, 700], [0.6, 0.3, 0.1]],
  ])("have the generating function Σ w·exp(λ(s − 1)): %s", (_, values, weights) => {
    const { probabilities, isWhole } = countSeries({ values, weights });
    expect(isWhole).toBe(true);
    for (const s of [0, 0.3, 0.9, 0.999, 1]) {
      const expected = values.reduce((sum, rate, k) => sum + weights[k]! * Math.exp(rate * (s - 1)), 0);
      expect(Math.abs(generating(probabilities, s) - expected)).toBeLessThan(2e-10);
    }
  });

  test("of a rate whose probability of no event is no longer a number above 0: the mode of Poisson(800)", () => {
    const { probabilities } = countSeries({ values: [800], weights: [1] });
    // exp(800·ln 800 − 800 − lnΓ(801)) by mpmath.
    expect(Math.abs(probabilities[800]! / 0.0141032704215837 - 1)).toBeLessThan(1e-9);
    expect(probabilities[799]).toBeCloseTo(probabilities[800]!, 12);
    expect(probabilities[0]).toBe(0);
  });

  test("end where no more than 1e-10 is left, and say when 1,024 are not enough", () => {
    expect(countSeries({ values: [0], weights: [1] }).probabilities).toEqual(Float64Array.of(1));
    const one = countSeries({ values: [1], weights: [1] }).probabilities;
    // P(N > 12) of Poisson(1) is 6.4e-11, P(N > 11) is 8.3e-10.
    expect(one).toHaveLength(13);
    expect(countSeries({ values: [1, 2000], weights: [0.999, 0.001] }).isWhole).toBe(false);
    expect(countSeries({ values: [1, 1020], weights: [0.5, 0.5] }).isWhole).toBe(false);
  });

  test("are computed once for a rule", () => {
    const rule = { values: [1], weights: [1] };
    expect(countSeries(rule)).toBe(countSeries(rule));
  });
});
