import type { RollUpEquation } from "./roll-up-equations.ts";

/** Prime below 2^26: products of two residues are exact doubles. */
const prime = 67_108_859;

/**
 * Which hidden counts follow from the shown ones, the equations being all that is known: those on which every solution
 * agrees. One solution of the homogeneous equations with pseudo-random free values, modulo a prime, is zero just there; a
 * count that is free is taken for derivable with a chance of 1 in 67 million, and then hidden together with one more.
 */
export function derivableCounts(equations: readonly RollUpEquation[], hidden: ReadonlySet<number>): Set<number> {
  const rows = equations
    .map(({ whole, parts }) => {
      const row = new Map<number, number>();
      for (const part of parts) if (hidden.has(part)) row.set(part, 1);
      if (hidden.has(whole)) row.set(whole, prime - 1);
      return row;
    })
    .filter((row) => row.size > 0)
    .sort((a, b) => a.size - b.size);
  const pivots: { readonly column: number; readonly row: Map<number, number> }[] = [];
  const pivotOf = new Map<number, Map<number, number>>();
  for (const row of rows) {
    reduce(row, pivotOf);
    const column = rarest(row);
    if (column === null) continue;
    scale(row, inverse(row.get(column)!));
    pivots.push({ column, row });
    pivotOf.set(column, row);
  }
  const values = new Map<number, number>();
  let state = 20_011;
  for (const place of hidden) {
    if (pivotOf.has(place)) continue;
    state = (state * 48_271) % 2_147_483_647;
    values.set(place, 1 + (state % (prime - 1)));
  }
  // A row refers to pivots that came later, never to earlier ones: the last is known first.
  for (const { column, row } of pivots.toReversed()) {
    let sum = 0;
    for (const [place, factor] of row) if (place !== column) sum = (sum + factor * values.get(place)!) % prime;
    values.set(column, (prime - sum) % prime);
  }
  return new Set([...values].flatMap(([place, value]) => (value === 0 ? [place] : [])));
}

/** Takes away from a row what earlier rows explain. */
function reduce(row: Map<number, number>, pivotOf: ReadonlyMap<number, Map<number, number>>): void {
  for (;;) {
    let found: number | null = null;
    for (const column of row.keys()) {
      if (pivotOf.has(column)) {
        found = column;
        break;
      }
    }
    if (found === null) return;
    const factor = row.get(found)!;
    for (const [column, value] of pivotOf.get(found)!) {
      const left = ((row.get(column) ?? 0) + (prime - factor) * value) % prime;
      if (left === 0) row.delete(column);
      else row.set(column, left);
    }
  }
}

/** Any column of a row; the last one, which later rows are least likely to hold. */
function rarest(row: ReadonlyMap<number, number>): number | null {
  let last: number | null = null;
  for (const column of row.keys()) if (last === null || column > last) last = column;
  return last;
}

function scale(row: Map<number, number>, factor: number): void {
  for (const [column, value] of row) row.set(column, (value * factor) % prime);
}

/** By Fermat: value^(prime − 2). */
function inverse(value: number): number {
  let result = 1;
  let base = value % prime;
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
