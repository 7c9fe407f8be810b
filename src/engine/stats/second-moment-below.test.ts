import { expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { product } from "./product.ts";
import { scaledBeta } from "./scaled-beta.ts";
import { firstMomentBelow, secondMomentBelow } from "./second-moment-below.ts";

const laws = [
  lognormal({ mu: 1, sigma: 0.6 }),
  gamma({ shape: 0.7, rate: 0.2 }),
  scaledBeta({ alpha: 1.4, beta: 4.6, min: 1, max: 30 }),
  scaledBeta({ alpha: 1, beta: 1, min: 1, max: 30 }),
];

test.each(laws)("moments below k are integrals of x and x² times the density (%#)", (law) => {
  const [from, to] = [law.quantile(0.2), law.quantile(0.9)];
  const step = (to - from) / 2000;
  let first = 0;
  let second = 0;
  for (let k = 0; k <= 2000; k++) {
    const x = from + k * step;
    const weight = ((k === 0 || k === 2000 ? 1 : k % 2 === 0 ? 2 : 4) / 3) * step * law.density!(x);
    first += weight * x;
    second += weight * x * x;
  }
  expect((firstMomentBelow(law, to) - firstMomentBelow(law, from)) / first).toBeCloseTo(1, 9);
  expect((secondMomentBelow(law, to) - secondMomentBelow(law, from)) / second).toBeCloseTo(1, 9);
});

test("ends of the range: nothing below the support, all beyond it, the mass at k included", () => {
  for (const law of laws) {
    expect(secondMomentBelow(law, law.support[0] - 1)).toBe(0);
    expect(secondMomentBelow(law, Infinity)).toBe(law.variance + law.mean ** 2);
    expect(firstMomentBelow(law, Infinity)).toBe(law.mean);
  }
  expect(secondMomentBelow(atoms([1, 3]), 3)).toBe(5);
  expect(secondMomentBelow(atoms([1, 3]), 2.9)).toBe(0.5);
  expect(firstMomentBelow(atoms([1, 3]), 1)).toBe(0.5);
});

test("a distribution without partial moments is refused where k cuts it", () => {
  const cut = product([lognormal({ mu: 0, sigma: 1 }), laws[2]!]);
  expect(() => secondMomentBelow(cut, 1)).toThrow(/1 cuts a distribution without partial moments/);
});
