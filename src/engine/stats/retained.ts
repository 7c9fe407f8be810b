import { atoms, weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { firstMomentBelow, secondMomentBelow } from "./second-moment-below.ts";

/** What an insurer pays of each loss X: min(max(X − deductible, 0), limit). */
export interface InsuranceLayer {
  readonly deductible: number;
  readonly limit: number;
}

/**
 * The distribution of what is retained of a loss X ≥ 0 under an insurance: X up to the deductible, then the deductible
 * over the whole layer, then X − limit. The losses inside the layer sit together on the deductible.
 *
 * Mean and variance in closed form from the partial moments. Throws a RangeError where those are missing.
 *
 * @example
 * retained(atoms([1, 5, 20]), { deductible: 2, limit: 10 }).atoms.values // => [1, 2, 10]
 */
export function retained(loss: Distribution, { deductible, limit }: InsuranceLayer): Distribution {
  const of = (x: number) => (x <= deductible ? x : Math.max(deductible, x - limit));
  const [low, high] = [of(loss.support[0]), of(loss.support[1])];
  if (loss.support[1] <= deductible || limit === 0) return loss;
  if (low === high) return atoms([low]);
  if (loss.atoms) return weightedAtoms({ values: loss.atoms.values.map(of), weights: loss.atoms.weights });
  const exit = deductible + limit;
  const toDeductible = loss.limitedExpectation(deductible);
  const toExit = loss.limitedExpectation(exit);
  const limited = (k: number) => {
    if (k <= deductible) return loss.limitedExpectation(k);
    return exit >= loss.support[1] ? toDeductible : toDeductible + loss.limitedExpectation(k + limit) - toExit;
  };
  const inLayer = loss.cdf(exit) - loss.cdf(deductible);
  const squares = (k: number) => {
    if (k < deductible) return secondMomentBelow(loss, k);
    const upToLayer = secondMomentBelow(loss, deductible) + deductible * deductible * inLayer;
    if (exit >= loss.support[1]) return upToLayer;
    const first = firstMomentBelow(loss, k + limit) - firstMomentBelow(loss, exit);
    const second = secondMomentBelow(loss, k + limit) - secondMomentBelow(loss, exit);
    const share = loss.cdf(k + limit) - loss.cdf(exit);
    return upToLayer + second - 2 * limit * first + limit * limit * share;
  };
  const mean = limited(Infinity);
  return {
    mean,
    variance: Math.max(0, squares(Infinity) - mean * mean),
    support: [low, high],
    cdf: (x) => loss.cdf(x < deductible ? x : x + limit),
    quantile: (p) => of(loss.quantile(p)),
    limitedExpectation: limited,
    secondMomentBelow: squares,
  };
}
