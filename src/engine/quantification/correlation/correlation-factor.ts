import { cholesky } from "./cholesky.ts";
import type { Correlation, CorrelationKind } from "./correlation.ts";
import { correlationMatrix } from "./correlation-matrix.ts";
import { nearestCorrelation } from "./nearest-correlation.ts";

/** How to make correlated normals: each the sum of independent ones of those before it, times the row's entries. */
export interface CorrelationFactor {
  readonly kind: CorrelationKind;
  /** Scenarios that depend on another one, in order of code units. */
  readonly ids: readonly string[];
  /** Lower triangular, of unit length: row i holds the shares of ids 0 … i. */
  readonly rows: readonly Float64Array[];
  /** By how much the most changed entry (of the normals) was changed to make the matrix possible; 0 where it was. */
  readonly largestChange: number;
}

/** A repair beyond this would answer another question than the one asked. */
const MOST_CHANGE = 0.1;

/**
 * Reads a correlation into the factor that normals are made with; a matrix that is slightly indefinite is replaced by
 * the nearest possible one.
 *
 * @param known - ids of the scenarios that there are
 * @throws RangeError as `correlationMatrix` does, or naming the pair that the repair would change most, where that is by
 * more than 0.1
 *
 * @example
 * correlationFactor({ kind: "pearson", between: [{ a: "r", b: "s", value: 0.6 }] }, ["r", "s"]).rows[1] // => [0.6, 0.8]
 */
export function correlationFactor(correlation: Correlation, known: readonly string[]): CorrelationFactor {
  const { kind } = correlation;
  const { ids, rows: given } = correlationMatrix(correlation, known);
  const direct = cholesky(given);
  if (direct) return { kind, ids, rows: unitRows(direct), largestChange: 0 };
  const nearest = nearestCorrelation(given);
  const { i, j, change } = largestChange(given, nearest);
  if (change > MOST_CHANGE) {
    const was = given[i]![j]!.toFixed(3);
    const would = nearest[i]![j]!.toFixed(3);
    throw new RangeError(
      `correlation of ${ids[j]} and ${ids[i]} ${was} is impossible beside the others; give about ${would}, or weaker ones`,
    );
  }
  const repaired = cholesky(nearest);
  if (!repaired) throw new RangeError("correlation cannot be repaired; give weaker correlations");
  return { kind, ids, rows: unitRows(repaired), largestChange: change };
}

function largestChange(
  from: readonly Float64Array[],
  to: readonly Float64Array[],
): { readonly i: number; readonly j: number; readonly change: number } {
  let most = { i: 0, j: 0, change: 0 };
  for (const [i, row] of from.entries()) {
    for (let j = 0; j < i; j++) {
      const change = Math.abs(row[j]! - to[i]![j]!);
      if (change > most.change) most = { i, j, change };
    }
  }
  return most;
}

/** So that every normal has variance 1 to rounding. */
function unitRows(rows: readonly Float64Array[]): Float64Array[] {
  return rows.map((row) => {
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    return row.map((x) => x / length);
  });
}
