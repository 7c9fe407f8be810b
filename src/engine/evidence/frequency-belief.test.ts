import { expect, test } from "vitest";
import { atoms } from "../stats/atoms.ts";
import { gamma } from "../stats/gamma.ts";
import { lognormal } from "../stats/lognormal.ts";
import { frequencyBelief } from "./frequency-belief.ts";

test("a gamma is taken as it is, as an estimate and as a distribution", () => {
  const expected = { prior: { shape: 2, rate: 4 }, shape: 2, rate: 4 };
  expect(frequencyBelief({ shape: 2, rate: 4 })).toEqual(expected);
  expect(frequencyBelief(gamma({ shape: 2, rate: 4 }))).toEqual(expected);
});

test("an interval, and a distribution that was derived, keep their 5 % and 95 % quantiles", () => {
  for (const known of [{ low: 0.2, high: 2 }, { min: 0, max: 5 }, lognormal({ mu: 1, sigma: 0.5 })]) {
    const { shape, rate } = frequencyBelief(known);
    const { quantile } = gamma({ shape, rate });
    const [low, high] =
      "low" in known
        ? [known.low, known.high]
        : "max" in known
          ? [0.25, 4.75]
          : [known.quantile(0.05), known.quantile(0.95)];
    expect(quantile(0.05) / low!).toBeCloseTo(1, 8);
    expect(quantile(0.95) / high!).toBeCloseTo(1, 8);
  }
});

test("a cut estimate is not taken for its gamma", () => {
  const { shape } = frequencyBelief({ shape: 2, rate: 4, cap: 1 });
  expect(Math.abs(shape - 2)).toBeGreaterThan(0.01);
});

test.each([
  [2, "what is certain cannot learn"],
  [{ value: 3 }, "give a number or one of the forms"],
  [atoms([0, 0, 3]), "give a 90 % interval above 0"],
  [{ shape: 0.05, rate: 1 }, "give a shape from 0.1 up"],
  [{ low: -1, high: 1 }, "give 0 < low < high"],
])("%j is refused", (known, remedy) => {
  expect(() => frequencyBelief(known as never)).toThrow(remedy);
});
