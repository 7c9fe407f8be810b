import { expect, test } from "vitest";
import { scaledErfc } from "./scaled-erfc.ts";

test("goes over into its asymptotic series 1/(x√π)·(1 − 1/(2x²) + 3/(4x⁴))", () => {
  for (const x of [1e3, 1e5, 1e9]) {
    const series = (1 - 1 / (2 * x * x) + 3 / (4 * x ** 4)) / (x * Math.sqrt(Math.PI));
    expect(Math.abs(scaledErfc(x) / series - 1)).toBeLessThan(2e-15);
  }
});

test("satisfies its differential equation y' = 2xy − 2/√π", () => {
  for (const x of [0.2, 1, 3.75, 10]) {
    const h = 1e-4 * x;
    const slope = (scaledErfc(x + h) - scaledErfc(x - h)) / (2 * h);
    expect(Math.abs(slope - (2 * x * scaledErfc(x) - 2 / Math.sqrt(Math.PI)))).toBeLessThan(1e-7);
  }
});
