import { findRoot } from "../stats/find-root.ts";
import { incompleteBeta } from "../stats/incomplete-beta.ts";
import { EvidenceError } from "./evidence-error.ts";

/** Concentrations α + β between which a beta is sought. */
const LEAST = 0.2;
const MOST = 1e6;

/**
 * The beta distribution whose 5 % and 95 % quantiles are the ends of a calibrated 90 % interval, 0 < low < high < 1.
 *
 * Of each concentration α + β one mean puts the 5 % quantile on `low`; the more concentrated, the lower the 95 %
 * quantile then lies: a root within a root, on logarithmic scales.
 *
 * Throws an EvidenceError for ends out of order, and where no concentration from 0.2 to a million has such an interval.
 *
 * @example
 * betaThrough({ low: 0.028796, high: 0.201561 }).alpha // => 3 ± 1e-3
 */
export function betaThrough(interval: { readonly low: number; readonly high: number }): {
  readonly alpha: number;
  readonly beta: number;
} {
  const { low, high } = interval;
  if (!(low > 0 && low < high && high < 1)) throw new EvidenceError("interval", interval, "give 0 < low < high < 1");
  const withLow = (concentration: number) => {
    const shapes = (logit: number) => {
      // Both shares from the smaller side, so that neither is a difference of near numbers.
      const odds = Math.exp(-Math.abs(logit));
      const [small, large] = [concentration * (odds / (1 + odds)), concentration / (1 + odds)];
      return logit < 0 ? { alpha: small, beta: large } : { alpha: large, beta: small };
    };
    return shapes(findRoot((logit) => 0.05 - incompleteBeta(shapes(logit), low), { low: -60, high: 60 }));
  };
  const excess = (logConcentration: number) => incompleteBeta(withLow(Math.exp(logConcentration)), high) - 0.95;
  const ends = { low: Math.log(LEAST), high: Math.log(MOST) };
  if (excess(ends.high) < 0)
    throw new EvidenceError("interval", interval, "give ends further apart: it is all but certain");
  if (excess(ends.low) > 0) throw new EvidenceError("interval", interval, "give ends closer together: it says nothing");
  return withLow(Math.exp(findRoot(excess, ends)));
}
