import type { WeightedValues } from "../../stats/distribution.ts";
import { lnFactorial } from "../../stats/ln-factorial.ts";

/** Probabilities of 0, 1, 2 … events. */
export interface CountSeries {
  readonly probabilities: Float64Array;
  /** Whether no more than 1e-10 is left. */
  readonly isWhole: boolean;
}

const MOST_TERMS = 1024;
/** Standard deviations of a Poisson count that are kept to either side. */
const SPREADS = 9;
const LEFT = 1e-10;

const known = new WeakMap<WeightedValues, CountSeries>();

/**
 * The probabilities of the number of events whose rate is drawn from a rule, as far as they matter, 1024 at most. Computed
 * once a rule.
 *
 * @example
 * countSeries({ values: [0, 2], weights: [0.5, 0.5] }).probabilities[0] // => 0.5676676416183064
 */
export function countSeries(rule: WeightedValues): CountSeries {
  let series = known.get(rule);
  if (!series) {
    series = computed(rule);
    known.set(rule, series);
  }
  return series;
}

function computed({ values, weights }: WeightedValues): CountSeries {
  const all = new Float64Array(MOST_TERMS);
  let total = 0;
  values.forEach((rate, k) => {
    total += weights[k]!;
    const reach = SPREADS * Math.sqrt(rate);
    const from = Math.max(0, Math.floor(rate - reach));
    const to = Math.min(MOST_TERMS, Math.ceil(rate + reach + 20));
    let term = weights[k]! * Math.exp(from === 0 ? -rate : from * Math.log(rate) - rate - lnFactorial(from));
    for (let n = from; n < to; n++) {
      all[n]! += term;
      term *= rate / (n + 1);
    }
  });
  let left = total - all.reduce((sum, probability) => sum + probability, 0);
  if (left > LEFT) return { probabilities: all, isWhole: false };
  let terms = all.length;
  while (terms > 1 && left + all[terms - 1]! <= LEFT) left += all[--terms]!;
  return { probabilities: all.slice(0, terms), isWhole: true };
}
