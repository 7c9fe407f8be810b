import { capped } from "../../stats/capped.ts";
import type { Distribution } from "../../stats/distribution.ts";
import { retained } from "../../stats/retained.ts";
import { truncated, truncatedShare } from "../../stats/truncated.ts";
import type { EstimateCuts } from "./estimate.ts";

/** The least probability that a truncation may keep: with less, too many digits of the rest are lost. */
const LEAST_KEPT = 1e-9;

/**
 * Cuts a distribution as its estimate says: truncated, then capped, then the retained part of it under an insurance.
 * `refuse` is called with a remedy where a cut is not possible.
 *
 * @example
 * cutDistribution(atoms([1, 2, 9]), { truncate: { to: 5 }, cap: 1.5 }, () => { throw new Error(); }).mean // => 1.25
 */
export function cutDistribution(
  whole: Distribution,
  { truncate, cap, insurance }: EstimateCuts,
  refuse: (remedy: string) => never,
): Distribution {
  let distribution = whole;
  if (truncate) {
    const { from = -Infinity, to = Infinity } = truncate;
    if (!isNumberOrLeftOut(truncate.from) || !isNumberOrLeftOut(truncate.to) || !(from < to)) {
      refuse("give finite ends of truncate, from < to");
    }
    const kept = truncatedShare(whole, truncate);
    if (!(kept >= LEAST_KEPT)) {
      refuse(`truncate keeps a probability of ${kept.toPrecision(2)}; widen it or give a form that lies within`);
    }
    const [low] = whole.support;
    distribution = truncated(whole, truncate);
    // Moments are differences of those of the whole, which carry the rounding of its far lower end.
    if ((1e-15 * Math.abs(low)) / kept > 1e-6 * distribution.mean) {
      refuse("truncate keeps too small a part of so wide a form; give a form that lies within");
    }
  }
  if (cap !== undefined) {
    if (!(Number.isFinite(cap) && cap > 0)) refuse("give a finite cap above 0");
    distribution = capped(distribution, cap);
  }
  if (insurance) {
    const { deductible, limit } = insurance;
    if (!(Number.isFinite(deductible) && deductible >= 0)) refuse("give a finite deductible from 0 up");
    if (!(Number.isFinite(limit) && limit > 0)) refuse("give a finite insurance limit above 0");
    distribution = retained(distribution, insurance);
  }
  return distribution;
}

const isNumberOrLeftOut = (end: number | undefined) => end === undefined || Number.isFinite(end);
