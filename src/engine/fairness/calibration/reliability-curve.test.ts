import { expect, test } from "vitest";
import { reliabilityCurve } from "./reliability-curve.ts";

const count = 1000;
const edge = Float64Array.from({ length: count }, (_, k) => k / count);
const n = [count, count] as const;
const histogram = {
  edge,
  score: edge,
  positive: Float64Array.from(edge, (s) => 2 * s),
  negative: Float64Array.from(edge, (s) => 2 * (1 - s)),
  n,
  weightSquares: n,
};

test("bins of one width: scores that mean what they say lie on the diagonal", () => {
  const curve = reliabilityCurve(histogram);
  expect(curve.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  for (const bin of curve) {
    expect(bin.weight).toBeCloseTo(200, 9);
    expect(bin.observedRate).toBeCloseTo(bin.meanScore, 2);
    expect(bin.low).toBeLessThan(bin.observedRate);
    expect(bin.high).toBeGreaterThan(bin.observedRate);
  }
});

test("bins of one mass hold the same weight and leave no gap", () => {
  const skewed = { ...histogram, negative: Float64Array.from(edge, (s) => (s < 0.1 ? 40 : 1)) };
  const curve = reliabilityCurve(skewed, { bins: 5, kind: "equal-mass" });
  expect(curve).toHaveLength(5);
  const total = curve.reduce((sum, { weight }) => sum + weight, 0);
  for (const [k, { weight, from, to }] of curve.entries()) {
    expect(Math.abs(weight / total - 0.2)).toBeLessThan(0.01);
    expect(to).toBe(curve[k + 1]?.from ?? 1);
    expect(from).toBeLessThan(to);
  }
});

test("nothing gives no bins", () => {
  const none = new Float64Array(0);
  const empty = { edge: none, score: none, positive: none, negative: none, n: [0, 0], weightSquares: [0, 0] } as const;
  expect(reliabilityCurve(empty)).toEqual([]);
});
