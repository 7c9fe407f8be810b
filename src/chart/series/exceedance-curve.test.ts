import { expect, test } from "vitest";
import { layoutExceedance, lossExceededWith, oddsLabel, probabilityOfMore } from "./exceedance-curve.ts";

/** A Pareto-like tail: a year loses more than x with probability 0.95 / (1 + x / typical)². */
const curve = (typical: number) =>
  [0, ...Array.from({ length: 120 }, (_, index) => 10_000 * 10 ** (index / 24))].map((loss) => ({
    loss,
    probability: 0.95 / (1 + loss / typical) ** 2,
  }));
const data = {
  currency: "EUR",
  residual: curve(4e6),
  inherent: curve(14e6),
  target: curve(2e6),
  limits: [{ exceeds: 10e6, appetite: 0.1, tolerance: 0.2 }],
};
const frame = { width: 876, height: 420 };

test("amounts and chances are read off the curve, straight between its points", () => {
  const points = [
    { loss: 0, probability: 0.8 },
    { loss: 100, probability: 0.4 },
    { loss: 300, probability: 0.1 },
  ];
  expect(probabilityOfMore(points, 0)).toBe(0.8);
  expect(probabilityOfMore(points, 50)).toBeCloseTo(0.6, 12);
  expect(probabilityOfMore(points, 300)).toBe(0.1);
  expect(probabilityOfMore(points, 301)).toBe(0);
  expect(lossExceededWith(points, 0.6)).toBeCloseTo(50, 9);
  expect(lossExceededWith(points, 0.9)).toBe(0);
  expect(lossExceededWith(points, 0.05)).toBeNull();
});

test("a chance is said as years", () => {
  expect([0.9, 0.5, 0.05, 0.005].map(oddsLabel)).toEqual(["9 in 10", "1 in 2", "1 in 20", "1 in 200"]);
});

test("the scales lead there and back", () => {
  const { scale, plot } = layoutExceedance(data, frame)!;
  expect(scale.lossAt(scale.x(5e6))).toBeCloseTo(5e6, 3);
  expect(scale.probabilityAt(scale.y(0.07))).toBeCloseTo(0.07, 12);
  expect(scale.y(0.005)).toBeCloseTo(plot.bottom, 6);
});

test("curves, ticks and labels lie inside the plot", () => {
  const { curves, plot, lossTicks, oddsTicks, labels } = layoutExceedance(data, frame)!;
  expect(curves.map(({ name }) => name)).toEqual(["inherent", "target", "residual"]);
  for (const { path } of curves)
    for (const [, x, y] of path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(plot.left - 0.1);
      expect(Number(x)).toBeLessThanOrEqual(plot.right + 0.1);
      expect(Number(y)).toBeGreaterThanOrEqual(plot.top - 0.1);
      expect(Number(y)).toBeLessThanOrEqual(plot.bottom + 0.1);
    }
  expect(oddsTicks.map(({ label }) => label)).toContain("1 in 20");
  expect(lossTicks.map(({ label }) => label)).toContain("€10m");
  expect(labels).toHaveLength(3);
});

test("one limit is a wall down to its ring; the curve above the ring is filled", () => {
  const { line, over, scale } = layoutExceedance(data, frame)!;
  expect(line!.rings).toHaveLength(1);
  expect(line!.rings[0]!.y).toBeCloseTo(scale.y(0.1), 0);
  expect(probabilityOfMore(data.residual, 10e6)).toBeLessThan(0.1);
  expect(over).toBeNull();
  const strict = layoutExceedance({ ...data, limits: [{ exceeds: 10e6, appetite: 0.05, tolerance: 0.2 }] }, frame)!;
  expect(strict.over).not.toBeNull();
});

test("several limits are joined, and only the part of the curve over them is filled", () => {
  const limits = [
    { exceeds: 3e6, appetite: 0.2, tolerance: 0.3 },
    { exceeds: 20e6, appetite: 0.2, tolerance: 0.3 },
  ];
  const { over, scale } = layoutExceedance({ ...data, limits }, frame)!;
  const xs = [...over!.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
  const crossing = lossExceededWith(data.residual, 0.2)!;
  expect(Math.min(...xs)).toBeCloseTo(scale.x(3e6), 0);
  expect(Math.max(...xs)).toBeLessThanOrEqual(scale.x(crossing) + 0.1);
  expect(Math.max(...xs)).toBeGreaterThan(scale.x(crossing) - 4);
});

test("a year that never loses has no curve", () => {
  const none = [{ loss: 0, probability: 0 }];
  expect(layoutExceedance({ ...data, residual: none, inherent: none, target: null }, frame)).toBeNull();
});

test("a rare loss stretches the odds axis downwards", () => {
  const rare = curve(4e6).map(({ loss, probability }) => ({ loss, probability: probability * 0.03 }));
  const { oddsTicks } = layoutExceedance({ ...data, residual: rare, inherent: rare, target: null, limits: [] }, frame)!;
  expect(oddsTicks.map(({ label }) => label)).toContain("1 in 1,000");
  expect(oddsTicks.map(({ label }) => label)).not.toContain("1 in 2");
});
