import { EvidenceError } from "./evidence-error.ts";
import type { FrequencyBelief } from "./frequency-belief.ts";

/**
 * The share of its weight that evidence keeps after some time: ½^(elapsed ÷ half-life). Two ticks keep the product.
 *
 * @example
 * fadeShare({ elapsedDays: 90, halfLifeDays: 30 }) // => 0.125
 */
export function fadeShare({
  elapsedDays,
  halfLifeDays,
}: {
  readonly elapsedDays: number;
  readonly halfLifeDays: number;
}): number {
  if (!(elapsedDays >= 0)) throw new EvidenceError("elapsedDays", elapsedDays, "give days from 0 up");
  if (!(halfLifeDays > 0)) throw new EvidenceError("halfLifeDays", halfLifeDays, "give days above 0");
  return 2 ** (-elapsedDays / halfLifeDays);
}

/**
 * A belief of events a year after its evidence has lost weight, `kept` in (0, 1] of it being left: wider, and never
 * lower, neither in its mean nor in the upper end of its interval.
 *
 * The exposure seen fades (rate' = prior rate + kept × exposure). Evidence better than the prior fades with it, so that
 * the mean goes back up towards the prior. Evidence worse than the prior loses weight but not its news: the mean stays,
 * shape' = max(prior shape + kept × events, mean × rate'). Nothing was believed (Jeffreys): there is nothing to go back
 * to, the mean stays, and the weight falls to that of half an event at most. A belief wider than its prior stays.
 *
 * Two ticks in a row are one tick of the product of what they keep. Throws an EvidenceError for `kept` outside (0, 1].
 *
 * @example
 * fadeFrequency({ prior: { shape: 2, rate: 4 }, shape: 2, rate: 14 }, 0.5) // => { prior: { shape: 2, rate: 4 }, shape: 2, rate: 9 }
 * @example
 * fadeFrequency({ prior: { shape: 2, rate: 4 }, shape: 12, rate: 8 }, 0.5) // => { prior: { shape: 2, rate: 4 }, shape: 9, rate: 6 }
 */
export function fadeFrequency(belief: FrequencyBelief, kept: number): FrequencyBelief {
  if (!(kept > 0 && kept <= 1)) throw new EvidenceError("kept", kept, "give a share above 0, and at most 1");
  const { prior, shape, rate } = belief;
  if (kept === 1 || !(rate > 0)) return belief;
  if (prior === "jeffreys") {
    const left = Math.max(Math.min(shape, 0.5), kept * shape);
    return { prior, shape: left, rate: (rate * left) / shape };
  }
  const exposure = rate - prior.rate;
  if (!(exposure > 0)) return belief;
  const left = prior.rate + kept * exposure;
  return { prior, shape: Math.max(prior.shape + kept * (shape - prior.shape), (shape / rate) * left), rate: left };
}
