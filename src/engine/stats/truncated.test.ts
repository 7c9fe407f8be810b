import { expect, test } from "vitest";
import { brokenLaws } from "../../../test/harness/distribution-laws.ts";
import { atoms } from "./atoms.ts";
import { capped } from "./capped.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { mixture } from "./mixture.ts";
import { product } from "./product.ts";
import { scaledBeta } from "./scaled-beta.ts";
import { truncated, truncatedShare } from "./truncated.ts";

const wide = lognormal({ mu: 1, sigma: 1.2 });
const laws = {
  "lognormal on both sides": truncated(wide, { from: 1, to: 30 }),
  "lognormal from above": truncated(wide, { from: 20 }),
  "lognormal from below": truncated(wide, { to: 0.5 }),
  "gamma of small shape": truncated(gamma({ shape: 0.3, rate: 2 }), { from: 0.01, to: 1 }),
  "beta on a range": truncated(scaledBeta({ alpha: 2, beta: 5, min: 1, max: 9 }), { from: 3 }),
  "mixture with a point": truncated(mixture(atoms([2]), wide, 0.6), { from: 2, to: 40 }),
  "capped one, with its atom": truncated(capped(wide, 5), { from: 1 }),
  "twice truncated": truncated(truncated(wide, { from: 1, to: 30 }), { to: 20 }),
};

test.each(Object.entries(laws))("%s keeps the laws", (_, law) => {
  expect(brokenLaws(law)).toEqual([]);
});

test("it is the conditional distribution", () => {
  const law = laws["lognormal on both sides"];
  const share = wide.cdf(30) - wide.cdf(1);
  expect(law.cdf(4)).toBeCloseTo((wide.cdf(4) - wide.cdf(1)) / share, 14);
  expect(law.density!(4)).toBeCloseTo(wide.density!(4) / share, 14);
  expect([law.density!(0.99), law.density!(30.1), law.cdf(0.99), law.cdf(30)]).toEqual([0, 0, 0, 1]);
  expect([law.quantile(0), law.quantile(1)]).toEqual([1, 30]);
  expect(truncatedShare(wide, { from: 1, to: 30 })).toBeCloseTo(share, 14);
});

test("a uniform stays uniform, twice truncated is once truncated", () => {
  const cut = truncated(scaledBeta({ alpha: 1, beta: 1, min: 0, max: 10 }), { from: 2, to: 6 });
  expect([cut.mean, cut.variance]).toEqual([expect.closeTo(4, 12), expect.closeTo(16 / 12, 12)]);
  const once = truncated(wide, { from: 1, to: 20 });
  expect(laws["twice truncated"].mean).toBeCloseTo(once.mean, 12);
  expect(laws["twice truncated"].variance).toBeCloseTo(once.variance, 10);
});

test("ends beyond the support cut nothing, both ends are kept", () => {
  expect(truncated(wide, { from: 0 })).toBe(wide);
  expect(truncated(atoms([1, 2, 3]), { from: 2, to: 3 }).atoms).toEqual({ values: [2, 3], weights: [0.5, 0.5] });
  expect(truncatedShare(mixture(atoms([2]), wide, 0.5), { from: 2 })).toBeCloseTo(0.5 + 0.5 * (1 - wide.cdf(2)), 12);
});

test("a lognormal whose variance overflows has one below an end", () => {
  const law = truncated(lognormal({ mu: 0, sigma: 40 }), { to: 1e6 });
  expect(brokenLaws(law)).toEqual([]);
});

test("what keeps nothing or has no partial moments is refused", () => {
  expect(() => truncated(atoms([1, 5]), { from: 2, to: 3 })).toThrow(/nothing is kept from 2 to 3/);
  const cut = product([wide, scaledBeta({ alpha: 2, beta: 2, min: 0, max: 1 })]);
  expect(() => truncated(cut, { to: 1 })).toThrow(/without partial moments/);
});
