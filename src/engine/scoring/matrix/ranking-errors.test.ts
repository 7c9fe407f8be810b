import { describe, expect, test } from "vitest";
import oracle from "../../../../test/oracle/matrix/matrix.json" with { type: "json" };
import type { Level } from "../scale.ts";
import type { RiskDensity } from "./axis-ranges.ts";
import { cellRisks } from "./cell-risk.ts";
import { rankingErrors } from "./ranking-errors.ts";

const equal = (n: number): Level[] =>
  Array.from({ length: n }, (_, k) => ({ name: `${k}`, from: k / n, to: (k + 1) / n }));
describe("pairs ranked wrong or tied", () => {
  test.each(oracle)("$matrix, $density: as drawn, 200 million pairs", (drawn) => {
    const levelsOf = (bounds: readonly number[]) =>
      bounds.slice(1).map((to, k): Level => ({ name: `${k}`, from: bounds[k]!, to }));
    const risks = cellRisks(levelsOf(drawn.likelihood), levelsOf(drawn.impact), drawn.density as RiskDensity);
    const found = rankingErrors(risks, drawn.bands.flat());
    // The integral itself is good to about 1e-5.
    expect(Math.abs(found.wrong - drawn.wrong)).toBeLessThan(4.5 * drawn.standardError + 1e-5);
    expect(Math.abs(found.tied - drawn.tied)).toBeLessThan(4.5 * drawn.tiedStandardError);
  });

  test.each([
    ["products of five by five cut at 5, 10, 15", 0.023, 0.26],
    ["products of five by five cut at 6, 12, 20", 0.0075, 0.29],
    ["EBIOS RM, four by four", 0.049, 0.34],
    ["critical, five by five", 0.037, 0.25],
  ])("%s: the published shares", (matrix, wrong, tied) => {
    const { bands } = oracle.find((each) => each.matrix === matrix)!;
    const n = bands.length;
    const found = rankingErrors(cellRisks(equal(n), equal(n), "uniform"), bands.flat());
    // Published to two digits, some of them cut rather than rounded.
    expect(Math.abs(found.wrong - wrong)).toBeLessThan(0.001);
    expect(Math.abs(found.tied - tied)).toBeLessThan(0.005);
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
