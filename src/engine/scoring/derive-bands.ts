import type { Level } from "./scale.ts";
import { typicalValue } from "./typical-value.ts";

/**
 * The band of every cell from what the cell means: its typical loss a year.
 *
 * Three rules, in this order:
 * 1. *Equal loss, equal band.* A cell's place q ∈ [0, 1] is the logarithm of its typical loss a year (typical
 *    likelihood × typical impact), between the least and the greatest cell. Of B bands, band k starts at
 *    q = (k + ¼) ÷ B; on the default scale that cuts the nine anti-diagonals 3 : 2 : 2 : 2.
 * 2. *A cell that touches zero is of the lowest band*: its loss reaches down to nothing (Cox's left column and
 *    bottom row).
 * 3. *Cox's axioms raise.* With three bands or more, a cell of the lowest band becomes one of the second where it
 *    adjoins a cell of the highest (left, below or diagonally below: betweenness), or where its upper corner is
 *    above the lower corner of a cell of the highest (weak consistency). Nothing is ever lowered for an axiom.
 *
 * Bands never fall with likelihood or impact. On two levels by two, rule 3 leaves no cell in the lowest band: Cox
 * proves that no colouring of such a grid satisfies both axioms and keeps it.
 *
 * Levels as `levelsFromBounds` makes them; `bandNames` lowest first, at least two. One row per likelihood.
 * Reference: Cox, Risk Analysis 28(2), 2008.
 *
 * @example
 * deriveBands(defaultScale.likelihood, defaultScale.impact, ["low", "medium", "high", "critical"])[4]
 * // => ["low", "high", "high", "critical", "critical"]
 */
export function deriveBands(
  likelihood: readonly Level[],
  impact: readonly Level[],
  bandNames: readonly string[],
): string[][] {
  const logTypical = likelihood.map((row) =>
    impact.map((column) => Math.log(typicalValue(row)) + Math.log(typicalValue(column))),
  );
  const least = logTypical[0]![0]!;
  const greatest = logTypical.at(-1)!.at(-1)!;
  const bands = likelihood.map((row, i) =>
    impact.map((column, j) => {
      if (row.from === 0 || column.from === 0) return 0;
      const q = (logTypical[i]![j]! - least) / (greatest - least);
      return bandAt(q, bandNames.length);
    }),
  );
  if (bandNames.length > 2) raiseForAxioms(bands, likelihood, impact, bandNames.length - 1);
  return bands.map((row) => row.map((band) => bandNames[band]!));
}

/** How far below a cut still counts as on it: cells that mean the same loss must not part by rounding. */
const slack = 1e-9;

function bandAt(q: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(q * count - 0.25 + slack)));
}

function raiseForAxioms(bands: number[][], likelihood: readonly Level[], impact: readonly Level[], top: number): void {
  let leastTopCorner = Number.POSITIVE_INFINITY;
  for (const [i, row] of bands.entries()) {
    for (const [j, band] of row.entries()) {
      if (band === top) leastTopCorner = Math.min(leastTopCorner, likelihood[i]!.from * impact[j]!.from);
    }
  }
  for (const [i, row] of bands.entries()) {
    for (const [j, band] of row.entries()) {
      if (band !== 0) continue;
      const upperCorner = likelihood[i]!.to * impact[j]!.to;
      const adjoinsTop = bands[i + 1]?.[j] === top || row[j + 1] === top || bands[i + 1]?.[j + 1] === top;
      if (adjoinsTop || upperCorner * (1 - slack) > leastTopCorner) row[j] = 1;
    }
  }
}
