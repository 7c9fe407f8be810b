import { expect, test } from "vitest";
import { invertCdf } from "./invert-cdf.ts";

const cube = { cdf: (x: number) => x ** 3, low: 0, high: 1 };

test("finds the root with and without a density, from a bad start and across magnitudes", () => {
  for (const p of [1e-12, 0.2, 0.999]) {
    expect(Math.abs(invertCdf(p, cube) / Math.cbrt(p) - 1)).toBeLessThan(1e-14);
    const newton = invertCdf(p, { ...cube, density: (x) => 3 * x * x, start: 0.999 });
    expect(Math.abs(newton / Math.cbrt(p) - 1)).toBeLessThan(1e-14);
  }
});

test("at a jump it gives the jump", () => {
  expect(invertCdf(0.5, { cdf: (x) => (x >= 0.3 ? 1 : 0.2), low: 0, high: 1 })).toBeCloseTo(0.3, 15);
});

test("a density that misleads does not matter", () => {
  const found = invertCdf(0.125, { ...cube, density: () => 1e-9 });
  expect(found).toBeCloseTo(0.5, 14);
});
