import fc from "fast-check";
import { expect, test } from "vitest";
import { compositeScore } from "./composite-score.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const weightsOf = (raw: readonly number[]) => {
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? raw.map(() => 1 / raw.length) : raw.map((weight) => weight / sum);
};
const how = fc.constantFrom("additive" as const, "geometric" as const, "worst-of" as const);
const inputs = fc.integer({ min: 1, max: 6 }).chain((n) => {
  const list = fc.array(share, { minLength: n, maxLength: n });
  return fc.tuple(list, list);
});

test("contributions sum to the score, which lies between the best and the worst value and rises with each", () => {
  fc.assert(
    fc.property(inputs, how, fc.nat(5), ([values, raw], aggregate, which) => {
      const weights = weightsOf(raw);
      const { score, contributions } = compositeScore(values, weights, aggregate);
      expect(contributions.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 12);
      expect(score).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
      expect(score).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      const k = which % values.length;
      const worse = values.map((value, i) => (i === k ? (value + 1) / 2 : value));
      expect(compositeScore(worse, weights, aggregate).score).toBeGreaterThanOrEqual(score - 1e-12);
    }),
  );
});

test("additive is at most geometric is at most the worst: less and less can be made good", () => {
  fc.assert(
    fc.property(inputs, ([values, raw]) => {
      const weights = weightsOf(raw.map((weight) => weight + 0.01));
      const [additive, geometric, worst] = (["additive", "geometric", "worst-of"] as const).map(
        (aggregate) => compositeScore(values, weights, aggregate).score,
      ) as [number, number, number];
      expect(additive).toBeLessThanOrEqual(geometric + 1e-12);
      expect(geometric).toBeLessThanOrEqual(worst + 1e-12);
    }),
  );
});

test("as bad as can be on one dimension cannot be made good in the geometric score", () => {
  expect(compositeScore([1, 0, 0], [0.1, 0.45, 0.45], "geometric")).toEqual({ score: 1, contributions: [1, 0, 0] });
  expect(compositeScore([1, 0, 0], [0.1, 0.45, 0.45], "additive").score).toBeCloseTo(0.1, 12);
  expect(compositeScore([1, 0.5], [0, 1], "worst-of")).toEqual({ score: 0.5, contributions: [0, 0.5] });
});

test("the order of the dimensions does not matter", () => {
  fc.assert(
    fc.property(inputs, how, ([values, raw], aggregate) => {
      const weights = weightsOf(raw);
      const turned = compositeScore(values.toReversed(), weights.toReversed(), aggregate);
      expect(turned.score).toBeCloseTo(compositeScore(values, weights, aggregate).score, 12);
    }),
  );
});

test.each([
  [[1.2], [1], /value not in \[0, 1\]: 1\.2/],
  [[0.2, 0.3], [-0.5, 1.5], /weight below 0: -0\.5/],
  [[0.2, 0.3], [0.5, 0.6], /weights sum to 1\.1/],
  [[Number.NaN], [1], /value not in \[0, 1\]: NaN/],
])("refuses %j with weights %j", (values, weights, message) => {
  expect(() => compositeScore(values, weights, "additive")).toThrow(message);
});
