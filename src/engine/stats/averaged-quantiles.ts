import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import type { WeightedDistribution } from "./mixture.ts";
import { normalCdf } from "./normal-cdf.ts";
import { type QuantileTable, quantileTable } from "./quantile-table.ts";

/**
 * The distribution whose quantiles are weighted averages of the quantiles of several (Vincent averaging); the weights
 * must sum to 1. Lognormals of one sigma give a lognormal of that sigma, uniforms a uniform.
 *
 * Quantiles and mean are exact. The distribution function, limited expectation and variance come from a table of the
 * quantile function over the normal score, cubic in between: about 1e-7 where the parts are smooth and at the jumps of
 * samples; within 1/64 of a normal score where a part has jumps and no atoms.
 *
 * @example
 * averagedQuantiles([{ distribution: atoms([1, 3]), weight: 0.5 }, { distribution: atoms([5, 9]), weight: 0.5 }])
 *   .atoms.values // => [3, 6]
 */
export function averagedQuantiles(weighted: readonly WeightedDistribution[]): Distribution {
  const parts = weighted.filter(({ weight }) => weight !== 0);
  if (parts.length === 1) return parts[0]!.distribution;
  const average = (of: (part: Distribution) => number) => {
    let sum = 0;
    let least = Infinity;
    let most = -Infinity;
    for (const { distribution, weight } of parts) {
      const own = of(distribution);
      sum += weight * own;
      least = Math.min(least, own);
      most = Math.max(most, own);
    }
    // Weights such as 1/3 sum to 1 by rounding only: the average of probabilities must not pass 1.
    return Math.min(most, Math.max(least, sum));
  };
  const quantile = (p: number) => average((part) => part.quantile(p));
  if (parts.every(({ distribution }) => distribution.atoms)) return averagedAtoms(parts, quantile);
  const mean = average((part) => part.mean);
  const low = average((part) => part.support[0]);
  const high = average((part) => part.support[1]);
  let built: QuantileTable | undefined;
  const table = () => {
    built ??= quantileTable(parts);
    return built;
  };
  return {
    mean,
    get variance() {
      return Math.max(0, table().secondMoment - table().firstMoment ** 2);
    },
    support: [low, high],
    cdf: (x) => (x < low ? 0 : x >= high ? 1 : normalCdf(table().scoreOf(x))),
    quantile,
    limitedExpectation(k) {
      if (k <= low) return k;
      if (k >= high) return mean;
      const score = table().scoreOf(k);
      return (mean / table().firstMoment) * table().firstMomentTo(score) + k * normalCdf(-score);
    },
    secondMomentBelow: (k) => (k < low ? 0 : table().secondMomentTo(k >= high ? Infinity : table().scoreOf(k))),
  };
}

/** Between the levels at which any part jumps, every quantile stays. */
function averagedAtoms(parts: readonly WeightedDistribution[], quantile: (p: number) => number): Distribution {
  const levels = parts.flatMap(({ distribution }) => {
    let sum = 0;
    return distribution.atoms!.weights.map((weight) => {
      sum += weight;
      return sum;
    });
  });
  const values: number[] = [];
  const weights: number[] = [];
  let from = 0;
  for (const to of [...levels, 1].sort((a, b) => a - b)) {
    // Sums of tenths miss their tenth by rounding: levels as near as this are one.
    if (to - from < 1e-11 || from === 1) continue;
    const end = 1 - to < 1e-11 ? 1 : to;
    values.push(quantile((from + end) / 2));
    weights.push(end - from);
    from = end;
  }
  return weightedAtoms({ values, weights });
}
