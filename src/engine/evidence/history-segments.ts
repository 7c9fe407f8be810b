import type { Observation } from "./pool-observations.ts";

interface Tick {
  readonly kind: "tick";
  readonly kept: number;
}

interface Observed {
  readonly kind: string;
  readonly observation: Observation;
}

/** What was seen between two ticks, and what share of all seen so far the tick at its end keeps; null at the end. */
export interface HistorySegment<Entry> {
  readonly entries: readonly Exclude<Entry, Tick>[];
  readonly kept: number | null;
}

/**
 * A history parted at its ticks, each identity only where it came first.
 *
 * @example
 * historySegments([
 *   { kind: "cases", observation: { id: "a", count: 1, exposure: 2 } },
 *   { kind: "tick", kept: 0.5 },
 *   { kind: "cases", observation: { id: "a", count: 1, exposure: 2 } },
 * ]).map(({ entries }) => entries.length) // => [1, 0]
 */
export function historySegments<Entry extends Tick | Observed>(history: readonly Entry[]): HistorySegment<Entry>[] {
  const seen = new Set<string>();
  const segments: HistorySegment<Entry>[] = [];
  let entries: Exclude<Entry, Tick>[] = [];
  for (const entry of history) {
    if (isTick(entry)) {
      segments.push({ entries, kept: entry.kept });
      entries = [];
    } else {
      const observed = entry as Exclude<Entry, Tick> & Observed;
      if (!seen.has(observed.observation.id)) entries.push(observed);
      seen.add(observed.observation.id);
    }
  }
  return [...segments, { entries, kept: null }];
}

const isTick = (entry: Tick | Observed): entry is Tick => entry.kind === "tick";
