import { expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { lognormal } from "./lognormal.ts";
import { quantileTable } from "./quantile-table.ts";

const one = (distribution: Parameters<typeof quantileTable>[0][number]["distribution"]) =>
  quantileTable([{ distribution, weight: 1 }]);

test("a lognormal's score is the straight line of its logarithm", () => {
  const table = one(lognormal({ mu: 0.5, sigma: 2 }));
  for (const z of [-6, -1.003, 0, 2.2, 9]) {
    expect(table.scoreOf(Math.exp(0.5 + 2 * z))).toBeCloseTo(z, 7);
    expect(table.valueAt(z) / Math.exp(0.5 + 2 * z)).toBeCloseTo(1, 7);
  }
  expect([table.valueAt(-99), table.valueAt(99)]).toEqual([table.valueAt(-9), table.valueAt(13)]);
  expect(table.firstMoment / Math.exp(2.5)).toBeCloseTo(1, 8);
  expect(table.secondMoment / Math.exp(9)).toBeCloseTo(1, 8);
});

test("moments grow with the score, from nothing to all", () => {
  const table = one(lognormal({ mu: 0, sigma: 1 }));
  expect([table.firstMomentTo(-50), table.secondMomentTo(-50)]).toEqual([0, 0]);
  expect(table.firstMomentTo(50)).toBe(table.firstMoment);
  expect(table.secondMomentTo(Infinity)).toBe(table.secondMoment);
  for (let z = -4; z < 6; z += 0.37) expect(table.firstMomentTo(z + 0.37)).toBeGreaterThan(table.firstMomentTo(z));
});

test("a jump is as steep as it can be drawn, values outside are at the ends", () => {
  const table = quantileTable([
    { distribution: atoms([0, 8]), weight: 0.5 },
    { distribution: lognormal({ mu: 0, sigma: 0.1 }), weight: 0.5 },
  ]);
  expect(Math.abs(table.scoreOf(1))).toBeLessThan(2e-7);
  expect(Math.abs(table.scoreOf(4))).toBeLessThan(2e-7);
  expect([table.scoreOf(0), table.scoreOf(1e9)]).toEqual([-Infinity, Infinity]);
});
