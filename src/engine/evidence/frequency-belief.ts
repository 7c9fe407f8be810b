import type { Estimate } from "../quantification/estimate/estimate.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import type { Distribution } from "../stats/distribution.ts";
import { EvidenceError } from "./evidence-error.ts";
import { gammaThrough } from "./gamma-through.ts";

/** What was believed before any evidence: a gamma of events a year, or nothing. */
type FrequencyPrior = "jeffreys" | { readonly shape: number; readonly rate: number };

/**
 * What is believed of a number of events a year: a gamma distribution, and the prior it came from. The rate is in
 * years; it is 0 where nothing was believed and nothing seen.
 */
export interface FrequencyBelief {
  readonly prior: FrequencyPrior;
  readonly shape: number;
  readonly rate: number;
}

/** Below it a wider gamma of the same mean has a lower upper end, so that doubt would look like good news. */
export const LEAST_SHAPE = 0.1;

/**
 * The belief before any evidence: a gamma as it is given; of another estimate, or of a distribution that was derived,
 * the gamma with its 5 % and 95 % quantiles; or Jeffreys' prior Gamma(½, 0), which knows nothing.
 *
 * A gamma has one shape: the mean of the belief can differ from that of the estimate, by a few percent for a lognormal
 * whose ends are a factor of ten apart.
 *
 * Throws an EvidenceError for a certain frequency, which no evidence can move, a lower quantile of 0, and a shape below
 * 0.1; an EstimateError for what is no estimate.
 *
 * @example
 * frequencyBelief({ shape: 2, rate: 4 }).rate // => 4
 * @example
 * frequencyBelief("jeffreys") // => { prior: "jeffreys", shape: 0.5, rate: 0 }
 */
export function frequencyBelief(known: "jeffreys" | Estimate | Distribution): FrequencyBelief {
  if (known === "jeffreys") return { prior: known, shape: 0.5, rate: 0 };
  const prior = gammaOf(known);
  if (prior.shape < LEAST_SHAPE) throw new EvidenceError("prior", prior, `give a shape from ${LEAST_SHAPE} up`);
  return { prior, ...prior };
}

function gammaOf(known: Estimate | Distribution): { readonly shape: number; readonly rate: number } {
  const distribution =
    typeof known === "object" && "cdf" in known
      ? known
      : estimateDistribution(known, { field: "prior", kind: "quantity" });
  if (distribution.form?.family === "gamma") {
    return { shape: distribution.form.shape, rate: distribution.form.rate };
  }
  const [low, high] = [distribution.quantile(0.05), distribution.quantile(0.95)];
  const remedy = "give a 90 % interval above 0: what is certain cannot learn";
  if (!(low > 0 && low < high)) throw new EvidenceError("prior", { low, high }, remedy);
  return gammaThrough({ low, high });
}
