import { expect, test } from "vitest";
import type { Correlation } from "./correlation.ts";
import { correlationFactor } from "./correlation-factor.ts";

const KNOWN = ["a", "b", "c", "d"];
const among = (ab: number, ac: number, bc: number): Correlation => ({
  kind: "pearson",
  between: [
    { a: "a", b: "b", value: ab },
    { a: "a", b: "c", value: ac },
    { a: "b", b: "c", value: bc },
  ],
});

/** The correlations that the factor's normals have. */
function made({ rows }: ReturnType<typeof correlationFactor>): number[] {
  const product = (i: number, j: number) => rows[j]!.reduce((sum, x, k) => sum + x * rows[i]![k]!, 0);
  return [product(1, 0), product(2, 0), product(2, 1)];
}

test.each([
  [0.5, 0.3, 0.4],
  [-0.2, 0.9, 0],
  [1, 0.5, 0.5],
  [-1, 1, -1],
])("normals correlate by %s, %s and %s as they were told to", (ab, ac, bc) => {
  const factor = correlationFactor(among(ab, ac, bc), KNOWN);
  for (const [i, value] of made(factor).entries()) expect(value).toBeCloseTo([ab, ac, bc][i]!, 8);
  for (const row of factor.rows) expect(Math.hypot(...row)).toBeCloseTo(1, 15);
  expect(factor.largestChange).toBe(0);
});

test("a slightly indefinite matrix is repaired, and the largest change said", () => {
  const factor = correlationFactor(among(0.9, 0.1, 0.6), KNOWN);
  const changes = made(factor).map((value, i) => Math.abs(value - [0.9, 0.1, 0.6][i]!));
  expect(factor.largestChange).toBeCloseTo(Math.max(...changes), 7);
  expect(factor.largestChange).toBeGreaterThan(0.02);
  expect(factor.largestChange).toBeLessThan(0.1);
});

test("one that is far from possible is refused, with the pair that would change most", () => {
  expect(() => correlationFactor(among(0.9, -0.9, 0.9), KNOWN)).toThrow("is impossible beside the others; give about");
  expect(() => correlationFactor(among(0.9, -0.9, 0.9), KNOWN)).toThrow(RangeError);
});

test("without dependence nothing is correlated", () => {
  expect(correlationFactor(among(0, 0, 0), KNOWN)).toEqual({ kind: "pearson", ids: [], rows: [], largestChange: 0 });
});
