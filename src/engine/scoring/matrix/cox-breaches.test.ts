import { describe, expect, test } from "vitest";
import oracle from "../../../../test/oracle/matrix/matrix.json" with { type: "json" };
import { defaultScale } from "../default-scale.ts";
import { deriveBands } from "../derive-bands.ts";
import { levelOf } from "../level-of.ts";
import { place } from "../place.ts";
import type { Scale } from "../scale.ts";
import { coxBreaches } from "./cox-breaches.ts";
import { matrixCells } from "./matrix-cell.ts";

/** n levels of equal width on [0, 1]. */
const equal = (n: number) => Array.from({ length: n }, (_, k) => ({ name: `${k}`, from: k / n, to: (k + 1) / n }));
const matrixOf = (colours: readonly (readonly number[])[]): Scale => ({
  likelihood: equal(colours.length),
  impact: equal(colours[0]!.length),
  score: "product",
  bandNames: ["green", "yellow", "red"],
  bands: colours.map((row) => row.map((colour) => ["green", "yellow", "red"][colour]!)),
});
const axiomsBroken = (scale: Scale) => [
  ...new Set(coxBreaches(matrixCells(scale), scale.bandNames.length - 1).map(({ axiom }) => axiom)),
];

/** Every colouring that never falls with likelihood or impact and uses green and red. */
function monotone(n: number): number[][][] {
  const rows: number[][] = [];
  const grow = (row: readonly number[]) => {
    if (row.length === n) rows.push([...row]);
    else for (let colour = row.at(-1) ?? 0; colour <= 2; colour++) grow([...row, colour]);
  };
  grow([]);
  let grids: number[][][] = [[]];
  for (let i = 0; i < n; i++)
    grids = grids.flatMap((grid) =>
      rows.filter((row) => row.every((colour, j) => colour >= (grid.at(-1)?.[j] ?? 0))).map((row) => [...grid, row]),
    );
  return grids.filter((grid) => grid[0]![0] === 0 && grid[n - 1]![n - 1] === 2);
}

describe("Cox's axioms", () => {
  test.each([
    [2, 0],
    [3, 1],
    [4, 7],
    [5, 21],
  ])("of all colourings of %i levels by as many, %i fulfil all three", (n, count) => {
    const sound = monotone(n).filter((grid) => axiomsBroken(matrixOf(grid)).length === 0);
    expect(sound).toHaveLength(count);
    if (n === 3)
      expect(sound[0]).toEqual([
        [0, 0, 0],
        [0, 1, 1],
        [0, 1, 2],
      ]);
    for (const grid of sound) {
      expect(grid[0]!.every((colour) => colour === 0)).toBe(true);
      expect(grid.every((row) => row[0] === 0)).toBe(true);
      expect(grid[1]!.every((colour) => colour < 2)).toBe(true);
      expect(grid.every((row) => row[1]! < 2)).toBe(true);
    }
  });

  test("each axiom is broken alone by a matrix that breaks it", () => {
    const broken = (grid: number[][]) => axiomsBroken(matrixOf(grid));
    // Red beside green, and everything else as it should be.
    expect(
      broken([
        [0, 0, 0],
        [0, 0, 1],
        [0, 1, 2],
      ]),
    ).toContain("betweenness");
    // A frequent trifle is red although it may be worth nothing.
    expect(
      broken([
        [0, 0, 0],
        [1, 1, 1],
        [2, 2, 2],
      ]),
    ).toContain("weak-consistency");
    expect(
      broken([
        [0, 0, 0, 0],
        [0, 1, 1, 1],
        [0, 1, 1, 1],
        [0, 1, 1, 2],
      ]),
    ).toEqual([]);
    expect(
      broken([
        [0, 0, 0, 1],
        [0, 1, 1, 1],
        [0, 1, 1, 1],
        [0, 1, 1, 2],
      ]),
    ).toEqual(["consistent-colouring"]);
  });

  test("the trade's five by five: with cuts at 5, 10, 15 two corners offend, with cuts at 6, 12, 20 none", () => {
    const cutAt = (cuts: readonly number[]): Scale => ({
      ...matrixOf([[0]]),
      likelihood: equal(5),
      impact: equal(5),
      bandNames: ["a", "b", "c", "d"],
      bands: equal(5).map((_, i) =>
        equal(5).map((__, j) => "abcd"[cuts.filter((cut) => (i + 1) * (j + 1) >= cut).length]!),
      ),
    });
    const offending = coxBreaches(matrixCells(cutAt([5, 10, 15])), 3).map(({ cell }) => [cell.likelihood, cell.impact]);
    expect(offending).toEqual(
      expect.arrayContaining([
        [1, 5],
        [5, 1],
      ]),
    );
    expect(coxBreaches(matrixCells(cutAt([6, 12, 20])), 3)).toEqual([]);
  });

  test("the default matrix is sound before its severity floor; the floor is all that departs", () => {
    const bands = deriveBands(defaultScale.likelihood, defaultScale.impact, defaultScale.bandNames);
    expect(coxBreaches(matrixCells({ ...defaultScale, bands }), 3)).toEqual([]);
    const withFloor = coxBreaches(matrixCells(defaultScale), 3);
    expect(withFloor.map(({ axiom, cell }) => [axiom, cell.likelihood, cell.impact])).toEqual([
      ["consistent-colouring", 1, 4],
      ["consistent-colouring", 1, 5],
    ]);
    const cells = matrixCells(defaultScale);
    expect(Math.min(...cells.filter(({ band }) => band === 3).map(({ low }) => low))).toBe(900_000);
    expect(Math.max(...cells.filter(({ band }) => band === 0).map(({ high }) => high))).toBe(300_000);
  });

  test("of two published matrices, EBIOS RM orders some red below green, the critical one only colours unlike", () => {
    const named = (grid: readonly (readonly number[])[], names: readonly string[]): Scale => ({
      ...matrixOf(grid),
      bandNames: names,
      bands: grid.map((row) => row.map((colour) => names[colour]!)),
    });
    const bandsOf = (matrix: string) => oracle.find((each) => each.matrix === matrix)!.bands;
    expect(axiomsBroken(named(bandsOf("EBIOS RM, four by four"), ["low", "medium", "high"]))).toContain(
      "weak-consistency",
    );
    expect(axiomsBroken(named(bandsOf("critical, five by five"), ["a", "b", "c", "d", "e"]))).toEqual([
      "consistent-colouring",
    ]);
  });

  test("worse than useless: where likelihood falls as impact rises, every lower-band risk can be the greater", () => {
    const halves = equal(2);
    const scale: Scale = {
      ...matrixOf([[0]]),
      likelihood: halves,
      impact: halves,
      bandNames: ["low", "medium", "high"],
      bands: [
        ["low", "medium"],
        ["medium", "high"],
      ],
    };
    const risks = Array.from({ length: 749 }, (_, k) => (k + 0.5) / 1000).map((consequence) => {
      const probability = 0.75 - consequence;
      const levels = { likelihood: levelOf(halves, probability), impact: levelOf(halves, consequence) };
      return { risk: probability * consequence, band: place(scale, levels).band };
    });
    const of = (band: string) => risks.filter((each) => each.band === band).map(({ risk }) => risk);
    expect([of("low").length, of("high").length]).toEqual([250, 0]);
    expect(Math.min(...of("low"))).toBeGreaterThan(0.125);
    expect(Math.max(...of("low"))).toBeLessThanOrEqual(0.140625);
    expect(Math.max(...of("medium"))).toBeLessThanOrEqual(0.125);
  });
});
