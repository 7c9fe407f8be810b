import type { MatrixCell } from "./matrix-cell.ts";

type Axiom = "weak-consistency" | "betweenness" | "consistent-colouring";

/** A cell that offends, and what it offends against. */
export interface AxiomBreach {
  readonly axiom: Axiom;
  readonly cell: MatrixCell;
  /** The cell it cannot stand beside; null where it is the colour itself that does not fit. */
  readonly beside: MatrixCell | null;
}

/** Bounds that mean the same loss must not part by rounding. */
const slack = 1e-9;

/**
 * Where a matrix offends against Cox's three axioms (2008), the highest band being his red and the lowest his green:
 *
 * - *weak consistency*: no risk of the highest band is smaller than one of the lowest;
 * - *betweenness*: who goes up from the lowest to the highest band passes another on the way, so that no cell of the lowest
 *   lies left of, below or diagonally below one of the highest;
 * - *consistent colouring*: a cell that reaches as high as the highest band and lies above all of the lowest is of the
 *   highest; one that begins as low as the lowest band and lies below all of the highest is of the lowest.
 *
 * A matrix without a cell of the highest or the lowest band has nothing that it could offend with.
 *
 * @param top - position of the highest band
 * @example
 * coxBreaches(matrixCells({ ...defaultScale, bandNames: ["low", "high"], bands: defaultScale.bands.map((row) => row.map(() => "low")) }), 1) // => []
 */
export function coxBreaches(cells: readonly MatrixCell[], top: number): AxiomBreach[] {
  const red = cells.filter(({ band }) => band === top);
  const green = cells.filter(({ band }) => band === 0);
  if (red.length === 0 || green.length === 0) return [];
  return [...inconsistent(red, green), ...adjacent(red, green), ...miscoloured(cells, { red, green, top })];
}

function inconsistent(red: readonly MatrixCell[], green: readonly MatrixCell[]): AxiomBreach[] {
  const highestGreen = green.reduce((most, cell) => (cell.high > most.high ? cell : most));
  const lowestRed = red.reduce((least, cell) => (cell.low < least.low ? cell : least));
  const tooLow = red.filter(({ low }) => low < highestGreen.high * (1 - slack));
  const tooHigh = green.filter(({ high }) => high * (1 - slack) > lowestRed.low);
  return [
    ...tooLow.map((cell) => ({ axiom: "weak-consistency" as const, cell, beside: highestGreen })),
    ...tooHigh.map((cell) => ({ axiom: "weak-consistency" as const, cell, beside: lowestRed })),
  ];
}

function adjacent(red: readonly MatrixCell[], green: readonly MatrixCell[]): AxiomBreach[] {
  return red.flatMap((cell) =>
    green
      .filter((other) => {
        const [down, left] = [cell.likelihood - other.likelihood, cell.impact - other.impact];
        return (down === 1 || left === 1) && down >= 0 && left >= 0 && down <= 1 && left <= 1;
      })
      .map((beside) => ({ axiom: "betweenness" as const, cell, beside })),
  );
}

function miscoloured(
  cells: readonly MatrixCell[],
  { red, green, top }: { red: readonly MatrixCell[]; green: readonly MatrixCell[]; top: number },
): AxiomBreach[] {
  const redReaches = Math.min(...red.map(({ high }) => high));
  const redBegins = Math.min(...red.map(({ low }) => low));
  const greenReaches = Math.max(...green.map(({ high }) => high));
  const greenBegins = Math.max(...green.map(({ low }) => low));
  return cells
    .filter(({ band, low, high }) => {
      const isRed = high >= redReaches * (1 - slack) && low >= greenReaches * (1 - slack);
      const isGreen = low <= greenBegins * (1 + slack) && high <= redBegins * (1 + slack);
      return (isRed && band !== top) || (isGreen && !isRed && band !== 0);
    })
    .map((cell) => ({ axiom: "consistent-colouring" as const, cell, beside: null }));
}
