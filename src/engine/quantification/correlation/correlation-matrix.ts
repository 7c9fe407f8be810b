import type { Correlation } from "./correlation.ts";
import { normalCorrelation } from "./normal-correlation.ts";

/** A symmetric matrix with ones on its diagonal, row by row, of the normals of some scenarios. */
export interface CorrelationMatrix {
  /** In order of code units. */
  readonly ids: readonly string[];
  readonly rows: readonly Float64Array[];
}

/** Beyond this the repair of a matrix would take minutes. */
const MOST_IDS = 300;
const ASYMMETRY = 1e-12;

/**
 * The correlation matrix of the normals that stand for scenarios, of those that hang together with another one. It may
 * still be indefinite: no dependence could then be like that.
 *
 * @param known - ids of the scenarios that there are
 * @throws RangeError naming the place, the value and the remedy: a value that is not in [−1, 1], an id that no scenario
 * has, a pair given twice or of one with itself, a matrix that is not square or symmetric or whose diagonal is not 1
 *
 * @example
 * const between = [{ a: "r", b: "s", value: 0.5 }];
 * correlationMatrix({ kind: "pearson", between }, ["r", "s", "t"]).ids // => ["r", "s"]
 */
export function correlationMatrix(correlation: Correlation, known: readonly string[]): CorrelationMatrix {
  const scenarios = new Set(known);
  const pairs =
    "between" in correlation ? pairsBetween(correlation.between, scenarios) : pairsOf(correlation, scenarios);
  const dependent = pairs.filter(({ value }) => value !== 0);
  const ids = [...new Set(dependent.flatMap(({ a, b }) => [a, b]))].sort((a, b) => (a < b ? -1 : 1));
  if (ids.length > MOST_IDS) {
    throw new RangeError(`correlation of ${ids.length} scenarios; give at most ${MOST_IDS} that depend on each other`);
  }
  const position = new Map(ids.map((id, i) => [id, i]));
  const rows = ids.map((_, i) => Float64Array.from(ids, (_, j) => (i === j ? 1 : 0)));
  for (const { a, b, value } of dependent) {
    const i = position.get(a)!;
    const j = position.get(b)!;
    const ofNormals = normalCorrelation(value, correlation.kind);
    rows[i]![j] = ofNormals;
    rows[j]![i] = ofNormals;
  }
  return { ids, rows };
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly value: number;
}

function pairsBetween(between: readonly Pair[], scenarios: ReadonlySet<string>): readonly Pair[] {
  const given = new Set<string>();
  for (const [i, { a, b, value }] of between.entries()) {
    const place = `correlation.between[${i}]`;
    checkId(a, `${place}.a`, scenarios);
    checkId(b, `${place}.b`, scenarios);
    checkValue(value, `${place}.value`);
    if (a === b) throw new RangeError(`${place} correlates ${a} with itself; give two scenarios`);
    const pair = JSON.stringify(a < b ? [a, b] : [b, a]);
    if (given.has(pair)) throw new RangeError(`${place} gives ${a} and ${b} again; give each pair once`);
    given.add(pair);
  }
  return between;
}

function pairsOf(
  { ids, matrix }: Extract<Correlation, { matrix: unknown }>,
  scenarios: ReadonlySet<string>,
): readonly Pair[] {
  for (const [i, id] of ids.entries()) {
    checkId(id, `correlation.ids[${i}]`, scenarios);
    if (ids.indexOf(id) < i) throw new RangeError(`correlation.ids[${i}] gives ${id} again; give each id once`);
  }
  const n = ids.length;
  if (matrix.length !== n) {
    throw new RangeError(`correlation.matrix has ${matrix.length} rows; give ${n}, one for each id`);
  }
  const pairs: Pair[] = [];
  for (const [i, row] of matrix.entries()) {
    if (row.length !== n) {
      throw new RangeError(`correlation.matrix[${i}] has ${row.length} values; give ${n}, one for each id`);
    }
    for (const [j, value] of row.entries()) {
      const place = `correlation.matrix[${i}][${j}]`;
      checkValue(value, place);
      if (i === j && value !== 1) throw new RangeError(`${place} ${value} is on the diagonal; give 1`);
      if (j >= i) continue;
      const mirrored = matrix[j]![i]!;
      if (!(Math.abs(value - mirrored) <= ASYMMETRY)) {
        throw new RangeError(`${place} ${value} is not as [${j}][${i}] ${mirrored}; give a symmetric matrix`);
      }
      pairs.push({ a: ids[i]!, b: ids[j]!, value });
    }
  }
  return pairs;
}

function checkId(id: string, place: string, scenarios: ReadonlySet<string>): void {
  if (!scenarios.has(id)) throw new RangeError(`${place} ${id} is no scenario; give the id of one`);
}

function checkValue(value: number, place: string): void {
  if (!(value >= -1 && value <= 1)) {
    throw new RangeError(`${place} ${value} is not a correlation; give a number from -1 to 1`);
  }
}
