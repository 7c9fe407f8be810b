export type Aggregate = "additive" | "geometric" | "worst-of";

export interface Composite {
  /** 0 to 1. */
  readonly score: number;
  /** What each dimension brings to it; they sum to the score. */
  readonly contributions: readonly number[];
}

/**
 * One score of several dimensions, all valued from 0 (good) to 1 (bad).
 *
 * - *additive*: Σ w·v. What is bad on one dimension is made good by others.
 * - *geometric*: 1 − Π (1 − v)^w, the geometric mean of what is good. What is as bad as can be on one dimension cannot be
 *   made good. (Π v^w would let one harmless dimension wipe out all harm.)
 * - *worst-of*: the largest v; weights only decide which dimensions count (those above 0).
 *
 * Contributions of the geometric score go by −w·ln(1 − v), of the worst by who has it, evenly among equals.
 *
 * @param values - one a dimension, in [0, 1]
 * @param weights - 0 or more, summing to 1
 * @throws RangeError when a value is not in [0, 1], or weights are negative or do not sum to 1
 * @example
 * compositeScore([1, 0], [0.25, 0.75], "additive") // => { score: 0.25, contributions: [0.25, 0] }
 */
export function compositeScore(values: readonly number[], weights: readonly number[], how: Aggregate): Composite {
  requireShares(values, weights);
  switch (how) {
    case "additive": {
      const contributions = values.map((value, k) => weights[k]! * value);
      return { score: contributions.reduce((sum, part) => sum + part, 0), contributions };
    }
    case "geometric": {
      const logs = values.map((value, k) => (weights[k] === 0 ? 0 : -weights[k]! * Math.log1p(-value)));
      return shared(-Math.expm1(-logs.reduce((sum, log) => sum + log, 0)), logs);
    }
    case "worst-of": {
      const counted = values.map((value, k) => (weights[k]! > 0 ? value : 0));
      const score = Math.max(...counted);
      return shared(
        score,
        counted.map((value, k) => (value === score && weights[k]! > 0 ? 1 : 0)),
      );
    }
  }
}

/** A score shared out in proportion; an infinite part takes all of it, evenly with others like it. */
function shared(score: number, parts: readonly number[]): Composite {
  const infinite = parts.filter((part) => part === Number.POSITIVE_INFINITY).length;
  const total = parts.reduce((sum, part) => sum + part, 0);
  const contributions = parts.map((part) => {
    if (infinite > 0) return part === Number.POSITIVE_INFINITY ? score / infinite : 0;
    return total === 0 ? 0 : (score * part) / total;
  });
  return { score, contributions };
}

function requireShares(values: readonly number[], weights: readonly number[]): void {
  const stray = values.find((value) => !(value >= 0 && value <= 1));
  if (stray !== undefined) throw new RangeError(`value not in [0, 1]: ${stray}; declare anchors that hold it`);
  const negative = weights.find((weight) => !(weight >= 0));
  if (negative !== undefined) throw new RangeError(`weight below 0: ${negative}; give 0 or more`);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(Math.abs(sum - 1) < 1e-6)) throw new RangeError(`weights sum to ${sum}; make them sum to 1`);
}
