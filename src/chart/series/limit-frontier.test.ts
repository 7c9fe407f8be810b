import { expect, test } from "vitest";
import { allowedAt, limitFrontier, overArea } from "./limit-frontier.ts";

const limit = (exceeds: number, appetite: number) => ({ exceeds, appetite, tolerance: 2 * appetite });
const scales = {
  x: (loss: number) => 100 * Math.log10(loss),
  y: (probability: number) => -100 * Math.log10(probability),
  lowest: 1e-3,
};
const plot = { left: 0, top: 0, right: 800, bottom: 300 };

test("the line holds from each amount to the next, then steps down, and goes on to the edge", () => {
  const { d, points } = limitFrontier([limit(1e6, 0.01), limit(1e4, 0.1)], "appetite", { ...scales, plot });
  expect(d).toBe("M400 100L600 100L600 200L800 200");
  expect(points).toEqual([
    { x: 400, y: 100 },
    { x: 600, y: 200 },
  ]);
});

test("a limit that allows more for a greater loss adds nothing", () => {
  const limits = [limit(1e4, 0.1), limit(1e6, 0.2)];
  expect(limitFrontier(limits, "appetite", { ...scales, plot }).d).toBe("M400 100L800 100");
  expect(allowedAt(limits, 1e7)).toBe(0.1);
  expect(allowedAt(limits, 9_999)).toBeNull();
  expect(allowedAt(limits, 1e4)).toBe(0.1);
});

test("a prohibited loss lies on the lower edge", () => {
  expect(limitFrontier([limit(1e4, 0)], "appetite", { ...scales, plot }).d).toBe("M400 300L800 300");
});

const pareto = (scale: number) => (loss: number) => Math.min(1, scale / loss);
const reach = (d: string) => {
  const places = [...d.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
  return [Math.min(...places), Math.max(...places)];
};

test("the area begins where the limit does and ends where the curve passes under it", () => {
  // Larger than x with probability 10,000 ÷ x: over 1 in 10 up to 100,000.
  const [from, to] = reach(overArea([limit(2e4, 0.1)], pareto(1e4), { ...scales, most: 1e7 }));
  expect(from).toBeCloseTo(100 * Math.log10(2e4), 0);
  expect(to).toBeGreaterThan(496);
  expect(to).toBeLessThanOrEqual(500);
});

test("between two steps a curve can be over, under and over again", () => {
  const d = overArea([limit(2e4, 0.1), limit(1e6, 0.001)], pareto(1e4), { ...scales, most: 1e7 });
  expect(d.match(/Z/g)).toHaveLength(2);
  expect(overArea([limit(2e4, 0.6), limit(1e6, 0.02)], pareto(1e4), { ...scales, most: 1e7 })).toBe("");
});
