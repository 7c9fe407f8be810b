/** From this impact level up, no cell lies below the band. */
export interface SeverityFloor {
  readonly impact: number;
  readonly band: string;
}

/**
 * The grid of bands with its severity floor: cells from an impact level up that lie below the floor's band get it.
 *
 * A deliberate departure from the numbers: a harm that is grave when it happens is looked at however rare it is.
 * A floor whose band is not among `bandNames` raises nothing. The input is not changed.
 *
 * @example
 * raiseToFloor([["low", "low"]], ["low", "medium"], { impact: 2, band: "medium" }) // => [["low", "medium"]]
 */
export function raiseToFloor(
  bands: readonly (readonly string[])[],
  bandNames: readonly string[],
  floor: SeverityFloor,
): string[][] {
  const lowest = bandNames.indexOf(floor.band);
  return bands.map((row) =>
    row.map((band, j) => (j + 1 >= floor.impact && bandNames.indexOf(band) < lowest ? floor.band : band)),
  );
}
