/** How a benefit spreads over the years. */
export interface YearlySpread {
  readonly standardDeviation: number;
  /** Smallest benefit that this share of the years stays within. */
  readonly quantiles: Readonly<Record<"0.05" | "0.25" | "0.5" | "0.75" | "0.95", number>>;
}

/**
 * Standard deviation and quantiles of simulated years, which come sorted.
 *
 * @example
 * yearlySpread(Float64Array.of(0, 0, 0, 4)).quantiles["0.95"] // => 4
 */
export function yearlySpread(sorted: Float64Array): YearlySpread {
  const n = sorted.length;
  let sum = 0;
  for (let year = 0; year < n; year++) sum += sorted[year]!;
  const mean = sum / n;
  let squares = 0;
  for (let year = 0; year < n; year++) squares += (sorted[year]! - mean) ** 2;
  const at = (p: number) => sorted[Math.max(0, Math.ceil(p * n) - 1)]!;
  return {
    standardDeviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    quantiles: { "0.05": at(0.05), "0.25": at(0.25), "0.5": at(0.5), "0.75": at(0.75), "0.95": at(0.95) },
  };
}
