import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { capped } from "../../stats/capped.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { retained } from "../../stats/retained.ts";
import { truncated } from "../../stats/truncated.ts";
import { cutDistribution } from "./cut-distribution.ts";
import type { EstimateCuts } from "./estimate.ts";

const law = lognormal({ mu: 2, sigma: 1 });
const refuse = (remedy: string): never => {
  throw new Error(remedy);
};

test("truncation comes first, then the cap, then the insurance", () => {
  const cuts = { truncate: { from: 2, to: 60 }, cap: 25, insurance: { deductible: 3, limit: 10 } };
  const inOrder = retained(capped(truncated(law, cuts.truncate), 25), cuts.insurance);
  const cut = cutDistribution(law, cuts, refuse);
  expect([cut.mean, cut.variance, cut.support]).toEqual([inOrder.mean, inOrder.variance, [2, 15]]);
  expect(cut.mean).not.toBe(capped(retained(law, cuts.insurance), 25).mean);
});

test("without cuts it is the same", () => {
  expect(cutDistribution(law, {}, refuse)).toBe(law);
  expect(cutDistribution(law, { truncate: {} }, refuse)).toBe(law);
});

test.each([
  [{ truncate: { from: 5, to: 5 } }, /from < to/],
  [{ truncate: { from: Number.NaN } }, /finite ends/],
  [{ truncate: { from: 1e9 } }, /keeps a probability of .*; widen it/],
  [{ cap: 0 }, /cap above 0/],
  [{ cap: Infinity }, /finite cap/],
  [{ insurance: { deductible: -1, limit: 5 } }, /deductible from 0 up/],
  [{ insurance: { deductible: 1, limit: 0 } }, /limit above 0/],
] as [EstimateCuts, RegExp][])("%o is refused", (cuts, message) => {
  expect(() => cutDistribution(law, cuts, refuse)).toThrow(message);
});

test("nothing kept of samples is refused as well", () => {
  expect(() => cutDistribution(atoms([1, 9]), { truncate: { from: 2, to: 3 } }, refuse)).toThrow(/probability of 0/);
});
