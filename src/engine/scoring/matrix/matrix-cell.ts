import type { Scale } from "../scale.ts";

/** One cell of a matrix: where it stands, its band, and the least and greatest loss a year that belong to it. */
export interface MatrixCell {
  /** Level of likelihood, 1 the lowest; likewise of impact. */
  readonly likelihood: number;
  readonly impact: number;
  /** Position among the band names, 0 the lowest. */
  readonly band: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The cells of a matrix on its numeric bounds, row by row: risk is likelihood × impact, so a cell reaches from the product
 * of its lower bounds to that of its upper ones.
 *
 * @throws RangeError when a band is none of the names
 * @example
 * matrixCells(defaultScale).at(-1) // => { likelihood: 5, impact: 5, band: 3, low: 3000000, high: 30000000 }
 */
export function matrixCells({ likelihood, impact, bandNames, bands }: Scale): MatrixCell[] {
  return likelihood.flatMap((row, i) =>
    impact.map((column, j) => {
      const name = bands[i]![j]!;
      const band = bandNames.indexOf(name);
      if (band < 0)
        throw new RangeError(`band ${name} not among ${bandNames.join(", ")}; name it, or correct the cell`);
      return { likelihood: i + 1, impact: j + 1, band, low: row.from * column.from, high: row.to * column.to };
    }),
  );
}
