import type { Correlation } from "./correlation.ts";

/**
 * The correlation among some of the scenarios, the others left out: a part of a possible matrix is possible.
 *
 * Undefined where none is left that hangs together with another one.
 *
 * @example
 * const between = [{ a: "r", b: "s", value: 0.5 }, { a: "s", b: "t", value: 0.2 }];
 * correlationAmong({ kind: "pearson", between }, new Set(["r", "s"])).between // => [{ a: "r", b: "s", value: 0.5 }]
 */
export function correlationAmong(correlation: Correlation, among: ReadonlySet<string>): Correlation | undefined {
  const { kind } = correlation;
  if ("between" in correlation) {
    const between = correlation.between.filter(({ a, b }) => among.has(a) && among.has(b));
    return between.length === 0 ? undefined : { kind, between };
  }
  const kept = correlation.ids.flatMap((id, k) => (among.has(id) ? [k] : []));
  if (kept.length < 2) return undefined;
  return {
    kind,
    ids: kept.map((k) => correlation.ids[k]!),
    matrix: kept.map((row) => kept.map((column) => correlation.matrix[row]![column]!)),
  };
}
