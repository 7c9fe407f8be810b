import { expect, test } from "vitest";
import { defaultScale } from "../default-scale.ts";
import { matrixCells } from "./matrix-cell.ts";
import { rangeCompression } from "./range-compression.ts";

test("every cell is in one band, and within what the band says", () => {
  const cells = matrixCells(defaultScale);
  const ranges = rangeCompression(cells);
  expect(ranges.reduce((sum, range) => sum + range.cells, 0)).toBe(25);
  for (const cell of cells) {
    const { low, high } = ranges.find(({ band }) => band === cell.band)!;
    expect(cell.low >= low && cell.high <= high).toBe(true);
  }
  expect(ranges.map(({ factor }) => factor === null)).toEqual([true, true, false, false]);
});
