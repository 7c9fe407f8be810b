import { findRoot } from "../stats/find-root.ts";
import { gamma } from "../stats/gamma.ts";
import { EvidenceError } from "./evidence-error.ts";

/** Shapes between which a gamma is sought: from an interval of thirteen orders of magnitude to one of 0.3 %. */
const LEAST = 0.1;
const MOST = 1e6;

/**
 * The gamma distribution whose 5 % and 95 % quantiles are the ends of a calibrated 90 % interval, 0 < low < high.
 *
 * The quotient of the two quantiles depends on the shape alone and falls with it: one root, in the logarithm of the
 * shape; the rate then scales the upper end onto `high`.
 *
 * Throws an EvidenceError for ends out of order, and for an interval narrower than a shape of a million has.
 *
 * @example
 * gammaThrough({ low: 0.218906, high: 1.017057 }).shape // => 5 ± 1e-3
 */
export function gammaThrough(interval: { readonly low: number; readonly high: number }): {
  readonly shape: number;
  readonly rate: number;
} {
  const { low, high } = interval;
  if (!(low > 0 && low < high && high < Infinity)) throw new EvidenceError("interval", interval, "give 0 < low < high");
  const wanted = Math.log(high) - Math.log(low);
  const excess = (logShape: number) => {
    const { quantile } = gamma({ shape: Math.exp(logShape), rate: 1 });
    return wanted - Math.log(quantile(0.95)) + Math.log(quantile(0.05));
  };
  const ends = { low: Math.log(LEAST), high: Math.log(MOST) };
  if (excess(ends.high) < 0)
    throw new EvidenceError("interval", interval, "give ends further apart: it is all but certain");
  if (excess(ends.low) > 0)
    throw new EvidenceError("interval", interval, "give ends less than 13 orders of magnitude apart");
  const shape = Math.exp(findRoot(excess, ends));
  return { shape, rate: gamma({ shape, rate: 1 }).quantile(0.95) / high };
}
