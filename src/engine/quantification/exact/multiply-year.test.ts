import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { curveCdf, lossCurve, type YearMasses } from "./loss-curve.ts";
import { multiplyYear } from "./multiply-year.ts";
import type { SolvedYear } from "./solve-year.ts";

const solved = (fine: YearMasses, reading: SolvedYear["reading"]): SolvedYear => ({
  fine,
  coarse: fine,
  reading,
  bracket: undefined,
});
const cdf = ({ fine }: SolvedYear, none: number) => {
  const curve = lossCurve(fine, { none, reading: "smooth" });
  return (x: number) => curveCdf(curve, x);
};

test("one step under a uniform multiplier is uniform", () => {
  const steps = { offset: 0, step: 100, masses: Float64Array.of(0.4, 0.6, 0, 0) };
  const multiplier = scaledBeta({ alpha: 1, beta: 1, min: 0.2, max: 0.7 });
  const at = cdf(multiplyYear(solved(steps, "steps"), { multiplier, none: 0.4, spread: 0, cells: 4096 }), 0.4);
  for (const [x, level] of [
    [10, 0.4],
    [20, 0.4],
    [45, 0.7],
    [70, 1],
  ] as const)
    expect(Math.abs(at(x) - level)).toBeLessThan(2e-4);
});

test("a smooth year: F(x) is the mean of F(x/m)", () => {
  const masses = Float64Array.from({ length: 1000 }, () => 0.001);
  masses[0] = 0.0005;
  masses[999] = 0.0015;
  const multiplier = scaledBeta({ alpha: 1, beta: 1, min: 0.5, max: 1 });
  const at = cdf(
    multiplyYear(solved({ offset: 0, step: 1, masses }, "smooth"), { multiplier, none: 0, spread: 1, cells: 4096 }),
    0,
  );
  // Uniform on [0, 1000] times uniform on [.5, 1]: P = 2·x·ln 2/1000 below 500.
  for (const x of [50, 300, 480]) expect(Math.abs(at(x) - (2 * x * Math.LN2) / 1000)).toBeLessThan(5e-4);
});

test("a multiplier that may be 0 adds to the years without loss", () => {
  const masses = Float64Array.from({ length: 1000 }, () => 0.001);
  const { fine } = multiplyYear(solved({ offset: 0, step: 1, masses }, "smooth"), {
    multiplier: atoms([0, 1]),
    none: 0,
    spread: 1,
    cells: 4096,
  });
  expect(fine.masses[0]!).toBeGreaterThan(0.5);
  expect(fine.masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 4);
});
