import type { MatrixCell } from "./matrix-cell.ts";

export interface BandRange {
  /** Position among the band names. */
  readonly band: number;
  readonly cells: number;
  readonly low: number;
  readonly high: number;
  /** high ÷ low: how different two risks of one band may be; null where the band reaches down to nothing. */
  readonly factor: number | null;
}

/**
 * What each band holds: from the least loss a year to the greatest, and by what factor two risks of it may differ
 * (range compression; Cox 2008, Hubbard and Evans 2010). Bands without a cell are left out.
 *
 * @example
 * rangeCompression([{ likelihood: 1, impact: 1, band: 0, low: 2, high: 10 }]) // => [{ band: 0, cells: 1, low: 2, high: 10, factor: 5 }]
 */
export function rangeCompression(cells: readonly MatrixCell[]): BandRange[] {
  return [...new Set(cells.map(({ band }) => band))]
    .sort((a, b) => a - b)
    .map((band) => {
      const own = cells.filter((cell) => cell.band === band);
      const low = Math.min(...own.map((cell) => cell.low));
      const high = Math.max(...own.map((cell) => cell.high));
      return { band, cells: own.length, low, high, factor: low > 0 ? high / low : null };
    });
}
