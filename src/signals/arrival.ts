import { contentHash, itemsHash } from "./content-hash.ts";
import { readInstant } from "./read-instant.ts";
import type { ReceivedPayload } from "./translation.ts";

/** What is known of a payload beside its content. */
export interface Arrival {
  readonly receivedAt: string;
  readonly headers: Readonly<Record<string, string>>;
  /** When it held, where it is said beside the payload. */
  readonly at: string | null;
  readonly run: string | null;
  readonly source: string | null;
  readonly labels: readonly (readonly [string, string])[];
  /** Stands for the stated labels in an identity; null without them. */
  readonly key: string | null;
}

/** @throws NoSignal where the stated time is none. */
export function arrivalOf({ stated, headers, receivedAt }: Pick<ReceivedPayload, "stated" | "headers" | "receivedAt">) {
  const { at, run, source, ...labels } = stated;
  return {
    receivedAt,
    headers,
    at: at ? readInstant(at, "at", receivedAt) : null,
    run: run || null,
    source: source || null,
    labels: Object.entries(labels),
    key: Object.keys(labels).length === 0 ? null : contentHash(labels).slice(0, 12),
  } satisfies Arrival;
}

/**
 * Identity of a report that has none of its own: the run that was stated, else its content and the time that was stated;
 * with the labels that were stated, for two models may have a run of one name and even equal figures. Equal content without
 * any of them is the same report sent twice.
 */
export function reportId(items: readonly unknown[], arrival: Arrival): string {
  return joined([arrival.run ?? joined([arrival.at, itemsHash(items)]), arrival.key]);
}

/** The same for an item. */
export function itemId(item: unknown, arrival: Arrival): string {
  return joined([arrival.run ?? arrival.at, contentHash(item), arrival.key]);
}

/** Parts of an identity, those that are there. */
export function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join("/");
}
