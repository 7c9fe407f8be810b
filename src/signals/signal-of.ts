import type { Reading, Signal } from "../contract/signal.ts";
import type { Arrival } from "./arrival.ts";
import { contentHash } from "./content-hash.ts";
import { numberOf } from "./item.ts";
import { oneLine } from "./one-line.ts";
import { topicOf } from "./topic-of.ts";

/** A signal as a translator finds it: names may be too long, labels anything. */
export interface SignalDraft {
  readonly source: string;
  readonly id: string;
  readonly format: Signal["format"];
  /** Guessed from the metric's name where it is null. */
  readonly topic: Signal["topic"] | null;
  readonly metric?: string | null;
  readonly state?: Signal["state"];
  readonly producerVerdict?: Signal["producerVerdict"];
  readonly reading?: Reading | null;
  /** When it held; else as stated beside the payload, else when it was received. */
  readonly occurredAt?: string | null;
  readonly window?: Signal["window"];
  readonly labels?: Iterable<readonly [string, unknown]>;
  readonly summary: string;
  readonly url?: string | null;
}

const mostLabels = 100;

export function signalOf(draft: SignalDraft, arrival: Arrival): Signal {
  const metric = oneLine(draft.metric ?? "", 200) || null;
  return {
    source: identifier(arrival.source ?? draft.source),
    id: identifier(draft.id),
    format: draft.format,
    topic: draft.topic ?? topicOf(metric ?? draft.summary),
    metric,
    state: draft.state ?? "observed",
    producerVerdict: draft.producerVerdict ?? null,
    reading: draft.reading ?? null,
    occurredAt: draft.occurredAt ?? arrival.at ?? arrival.receivedAt,
    window: draft.window ?? null,
    labels: labelsOf(arrival.labels, draft.labels ?? []),
    summary: oneLine(draft.summary, 500) || metric || draft.format,
    url: webAddress(draft.url ?? null),
  };
}

/** Share of a whole; null where the numbers are none. */
export function shareReading(count: number | null, of: number | null): Reading | null {
  const areWhole = Number.isSafeInteger(count) && Number.isSafeInteger(of);
  return areWhole && count !== null && of !== null && of >= 1 && count >= 0 && count <= of
    ? { kind: "share", count, of }
    : null;
}

export function valueReading(
  value: unknown,
  about: Omit<Reading & { kind: "value" }, "kind" | "value"> = {},
): Reading | null {
  const number = numberOf(value);
  return number === null ? null : { kind: "value", value: number, ...about };
}

/** Whole where it fits; else what can be told apart and fits. */
function identifier(text: string): string {
  const line = oneLine(text, 501);
  return line.length > 0 && line.length <= 500 && line === text ? line : `${oneLine(text, 400)}#${contentHash(text)}`;
}

/** What the payload says of itself counts over what was stated beside it; text, numbers and truth values are labels. */
function labelsOf(...sources: readonly Iterable<readonly [string, unknown]>[]): Record<string, string> {
  const labels = new Map<string, string>();
  for (const source of sources) {
    for (const [key, value] of source) {
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") continue;
      const name = oneLine(key, 100).replace(/^__proto__$/, "_proto_");
      if (name === "" || (labels.size >= mostLabels && !labels.has(name))) continue;
      labels.set(name, oneLine(String(value), 500));
    }
  }
  return Object.fromEntries(labels);
}

function webAddress(url: string | null): string | null {
  return url !== null && url.length <= 2000 && /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(url) ? url : null;
}
