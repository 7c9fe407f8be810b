import { describe, expect, test } from "vitest";
import type { Level } from "../scale.ts";
import { cellRisks } from "./cell-risk.ts";
import { rankingErrors } from "./ranking-errors.ts";

const equal = (n: number): Level[] =>
  Array.from({ length: n }, (_, k) => ({ name: `${k}`, from: k / n, to: (k + 1) / n }));
const byProduct = (n: number, cuts: readonly number[]) =>
  equal(n).flatMap((_, i) => equal(n).map((__, j) => cuts.filter((cut) => (i + 1) * (j + 1) >= cut).length));
const errors = (n: number, cuts: readonly number[]) =>
  rankingErrors(cellRisks(equal(n), equal(n), "uniform"), byProduct(n, cuts));

describe("pairs ranked wrong or tied", () => {
  // NumPy, 200 million pairs: standard errors 1.1e-5 and 6e-6.
  test.each([
    [[5, 10, 15], 0.023587, 0.264, 1.1e-5],
    [[6, 12, 20], 0.00766, 0.2928, 6e-6],
  ] as const)("products of five by five cut at %j, on equal widths", (cuts, wrong, tied, error) => {
    const found = errors(5, cuts);
    expect(Math.abs(found.wrong - wrong)).toBeLessThan(4.5 * error);
    expect(found.tied).toBeCloseTo(tied, 12);
  });

  test("one step along one axis orders by that axis alone: checked against its integral", () => {
    // Halves of [0, 1] as bands, the other factor uniform: P(u·v > x·y), u below ½, x above.
    const halves = [
      { name: "low", from: 0, to: 0.5 },
      { name: "high", from: 0.5, to: 1 },
    ];
    const whole = [{ name: "any", from: 0, to: 1 }];
    const { wrong, tied } = rankingErrors(cellRisks(halves, whole, "uniform"), [0, 1]);
    let sum = 0;
    const n = 400;
    for (let i = 0; i < n; i++)
      for (let k = 0; k < n; k++) {
        // P(y·x < u·v) for uniform v, y: half of u ÷ x where that is at most 1.
        const [u, x] = [(i + 0.5) / (2 * n), 0.5 + (k + 0.5) / (2 * n)];
        sum += u / x / 2;
      }
    expect(tied).toBeCloseTo(0.5, 12);
    expect(wrong).toBeCloseTo((sum / (n * n)) * 0.5, 4);
  });

  test("a matrix that is fine enough ranks hardly any pair wrong, ties hardly any", () => {
    const n = 12;
    const cells = cellRisks(equal(n), equal(n), "uniform");
    const ranks = cells.map(({ low, high }) => Math.floor(((low + high) / 2) * 100));
    expect(rankingErrors(cells, ranks).wrong).toBeLessThan(0.05);
    expect(rankingErrors(cells, ranks).tied).toBeLessThan(0.1);
  });
});
