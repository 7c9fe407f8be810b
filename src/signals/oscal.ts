import type { Signal } from "../contract/signal.ts";
import { type Arrival, joined } from "./arrival.ts";
import { eachItem } from "./each-item.ts";
import { type Item, isItem, itemAt, list, member, part, shown, textAt, textOf } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { readInstant } from "./read-instant.ts";
import { signalOf } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

interface Part {
  readonly kind: "finding" | "risk" | "observation";
  readonly value: unknown;
  readonly path: string;
  readonly result: Item;
}

/**
 * OSCAL assessment results: findings with whether their objective is satisfied, risks, which stay open until they are
 * closed, and observations that no finding or risk refers to. Identity is their UUID; a finding's also has the result it
 * is of and its state, so that another state is another signal.
 */
export function translateOscal(payload: Item, arrival: Arrival): Translation {
  const results = list(part(payload, "assessment-results"), "results");
  const parts = results.flatMap((result, at): Part[] => {
    const path = `assessment-results.results[${at}]`;
    if (!isItem(result)) return [{ kind: "finding", value: result, path, result: {} }];
    const partsOf = (name: string, kind: Part["kind"]) =>
      list(result, name).map((value, position) => ({ kind, value, path: `${path}.${name}[${position}]`, result }));
    const used = new Set([...list(result, "findings"), ...list(result, "risks")].flatMap(observationsOf));
    return [
      ...partsOf("findings", "finding"),
      ...partsOf("risks", "risk"),
      ...partsOf("observations", "observation").filter(
        ({ value }) => !isItem(value) || !used.has(member(value, "uuid")),
      ),
    ];
  });
  if (parts.length === 0)
    throw new NoSignal(
      "assessment-results.results",
      "results hold no finding, risk or observation; send assessment results that do",
    );
  return eachItem(parts, (each) => partSignal(each, arrival));
}

function observationsOf(value: unknown): unknown[] {
  if (!isItem(value)) return [];
  return list(value, "related-observations").map((each) => (isItem(each) ? member(each, "observation-uuid") : null));
}

function partSignal({ kind, value, path, result }: Part, arrival: Arrival): Signal {
  const item = itemAt(value, path, kind);
  const uuid = textAt(item, "uuid", path);
  const about = {
    source: "oscal",
    format: "oscal",
    topic: "compliance",
    summary: textOf(item, "title") ?? textOf(item, "description") ?? uuid,
    occurredAt: whenOf(item, result, path, arrival),
    labels: [
      ["kind", kind] as const,
      ["result", textOf(result, "title")] as const,
      ...list(item, "props")
        .filter(isItem)
        .map((prop) => [textOf(prop, "name") ?? "", textOf(prop, "value")] as const),
    ],
  } as const;
  if (kind === "observation") return signalOf({ ...about, id: uuid, metric: textOf(item, "title") }, arrival);
  if (kind === "risk") {
    const isClosed = textAt(item, "status", path).toLowerCase() === "closed";
    const labels = [...about.labels, ["status", textOf(item, "status")] as const];
    return signalOf(
      { ...about, id: uuid, metric: textOf(item, "title"), state: isClosed ? "resolved" : "open", labels },
      arrival,
    );
  }
  const target = part(item, "target");
  const status = part(target, "status");
  const state = textOf(status, "state");
  if (state !== "satisfied" && state !== "not-satisfied")
    throw new NoSignal(
      `${path}.target.status.state`,
      `state ${shown(member(status, "state"))} is unknown; write satisfied or not-satisfied`,
    );
  const objective = textAt(target, "target-id", `${path}.target`);
  const labels = [...about.labels, ["objective", objective] as const, ["reason", textOf(status, "reason")] as const];
  const id = joined([textOf(result, "uuid"), uuid, state]);
  return signalOf(
    { ...about, id, metric: objective, producerVerdict: state === "satisfied" ? "ok" : "breach", labels },
    arrival,
  );
}

function whenOf(item: Item, result: Item, path: string, { receivedAt }: Arrival): string | null {
  const collected = textOf(item, "collected");
  if (collected !== null) return readInstant(collected, `${path}.collected`, receivedAt);
  const ended = textOf(result, "end") ?? textOf(result, "start");
  return ended === null ? null : readInstant(ended, `${path.replace(/\.[^.]*$/, "")}.start`, receivedAt);
}
