import type { CorrelationKind } from "./correlation.ts";

/**
 * The correlation of two normals whose rank correlation is given: 2 sin(πr/6) for Spearman, sin(πτ/2) for Kendall,
 * the value itself for Pearson. Exact at −1, 0 and 1.
 *
 * Source: Kruskal 1958, of the bivariate normal.
 *
 * @example
 * normalCorrelation(1, "kendall") // => 1
 */
export function normalCorrelation(value: number, kind: CorrelationKind): number {
  if (kind === "pearson" || Math.abs(value) === 1) return value;
  return kind === "spearman" ? 2 * Math.sin((Math.PI * value) / 6) : Math.sin((Math.PI * value) / 2);
}
