import { drawHypergeometric } from "../../stats/draw-hypergeometric.ts";
import { fisherExactTest } from "../../stats/fisher-exact-test.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";

/** Rows of each group in one stratum, and how many of them have what is asked about: whole numbers. */
export interface PermutedStratum {
  readonly n: readonly number[];
  readonly successes: readonly number[];
}

export interface PermutationTest {
  readonly pValue: number;
  readonly method: "fisher" | "permutation";
}

/**
 * Test that groups differ by chance alone: with all totals given, successes fall on groups like marked balls on urns, so
 * that a shuffling of a million labels is one hypergeometric draw a group. p = (1 + draws at least as far) ÷ (1 + draws);
 * where that is below about 1 % four times as many are drawn.
 *
 * Two groups in one stratum: Fisher's exact test instead. Several strata are shuffled each by itself: positives and
 * negatives for equalized odds, the levels of a control feature.
 *
 * @param statistic - of the rates, a list a stratum; the larger, the further from equal. NaN counts as far
 * @param seed - whole number in [0, 2^53)
 * @example
 * const stratum = { n: [90, 80], successes: [30, 48] };
 * permutationTest([stratum], ([rates]) => Math.abs(rates[0] - rates[1]), { seed: 1 }).method // => "fisher"
 */
export function permutationTest(
  strata: readonly PermutedStratum[],
  statistic: (rates: readonly Float64Array[]) => number,
  { seed, draws = 2000 }: { seed: number; draws?: number },
): PermutationTest {
  const [only] = strata;
  if (strata.length === 1 && only?.n.filter((n) => n > 0).length === 2) {
    const [i, j] = only.n.flatMap((n, g) => (n > 0 ? [g] : []));
    const row = (g: number) => [only.successes[g]!, only.n[g]! - only.successes[g]!] as const;
    return { pValue: fisherExactTest([row(i!), row(j!)]).twoSided, method: "fisher" };
  }
  const seen = statistic(strata.map(({ n, successes }) => Float64Array.from(n, (rows, g) => successes[g]! / rows)));
  const stream = new Int32Array(4);
  startStream(stream, streamKey(seed, "permutation"), 0, 0);
  const rates = strata.map(({ n }) => new Float64Array(n.length));
  const totals = strata.map(({ n, successes }) => ({
    rows: n.reduce((a, b) => a + b, 0),
    marked: successes.reduce((a, b) => a + b, 0),
  }));
  let far = 0;
  let most = draws;
  let drawn = 0;
  while (drawn < most) {
    drawn++;
    for (const [s, { n }] of strata.entries()) {
      let { rows: total, marked } = totals[s]!;
      for (let g = 0; g < n.length; g++) {
        const rows = n[g]!;
        const successes = rows === 0 ? 0 : drawHypergeometric(stream, { total, marked, drawn: rows });
        rates[s]![g] = successes / rows;
        total -= rows;
        marked -= successes;
      }
    }
    // Rounding must not part equal statistics.
    if (!(statistic(rates) < seen * (1 - 1e-12))) far++;
    if (drawn === draws && far <= 0.01 * draws) most = draws * FURTHER;
  }
  return { pValue: (1 + far) / (1 + drawn), method: "permutation" };
}

/** A p-value near its floor of 1 ÷ draws could not survive being one of a hundred: it is drawn further. */
const FURTHER = 4;
