import { fadeFrequency } from "./fade-frequency.ts";
import type { FrequencyBelief } from "./frequency-belief.ts";
import { frequencyPosterior } from "./frequency-posterior.ts";
import { historySegments } from "./history-segments.ts";
import { nearMissPosterior } from "./near-miss-posterior.ts";
import type { Observation, PooledObservations } from "./pool-observations.ts";

/** One recorded thing that changed what is believed of events a year. */
export type FrequencyEntry =
  | { readonly kind: "events"; readonly observation: Observation }
  | {
      readonly kind: "near-misses";
      /** Id of the rule: near misses of one rule are of one kind. */
      readonly rule: string;
      readonly lossGivenNearMiss: { readonly alpha: number; readonly beta: number };
      readonly observation: Observation;
    }
  | { readonly kind: "tick"; readonly kept: number };

/** What is believed after a history, and what of it was counted. */
export interface FrequencyLearned {
  readonly belief: FrequencyBelief;
  /** Loss events and the years in which they were looked for, by weight and as one of a group; not faded. */
  readonly seen: { readonly count: number; readonly exposure: number };
  /** With what share each observation was counted: 0 where another of its group stands for it. */
  readonly counted: PooledObservations["counted"];
}

/**
 * What is believed of events a year after a history of observations and ticks, in the order in which they were recorded.
 *
 * Between two ticks the order of the observations changes no bit: events are pooled, then near misses, by rule in the
 * order of their ids. An identity that came before counts no more. A tick fades what was seen up to it.
 *
 * @example
 * frequencyAfter(frequencyBelief({ shape: 2, rate: 4 }), [
 *   { kind: "events", observation: { id: "a", count: 0, exposure: 10 } },
 *   { kind: "tick", kept: 0.5 },
 *   { kind: "events", observation: { id: "b", count: 1, exposure: 1 } },
 * ]).belief.rate // => 10
 */
export function frequencyAfter(start: FrequencyBelief, history: readonly FrequencyEntry[]): FrequencyLearned {
  let belief = start;
  let seen = { count: 0, exposure: 0 };
  const counted: PooledObservations["counted"][number][] = [];
  for (const { entries, kept } of historySegments(history)) {
    const events = entries.filter((entry) => entry.kind === "events").map(({ observation }) => observation);
    const { prior, shape, rate, pooled } = frequencyPosterior(belief, events);
    belief = { prior, shape, rate };
    seen = { count: seen.count + pooled.count, exposure: seen.exposure + pooled.exposure };
    counted.push(...pooled.counted);
    const rules = new Map<string, Extract<FrequencyEntry, { kind: "near-misses" }>[]>();
    for (const entry of entries) {
      if (entry.kind === "near-misses") rules.set(entry.rule, [...(rules.get(entry.rule) ?? []), entry]);
    }
    for (const rule of [...rules.keys()].sort()) {
      const nearMisses = rules.get(rule)!;
      const { lossGivenNearMiss } = nearMisses[0]!;
      const observations = nearMisses.map(({ observation }) => observation);
      const after = nearMissPosterior(belief, { observations, lossGivenNearMiss });
      belief = after.belief;
      counted.push(...after.pooled.counted);
    }
    if (kept !== null) belief = fadeFrequency(belief, kept);
  }
  return { belief, seen, counted };
}
