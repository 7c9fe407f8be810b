import type { Signal } from "../contract/signal.ts";
import type { Arrival } from "./arrival.ts";
import type { Content } from "./content.ts";
import { eachPart, nothingBut } from "./each-item.ts";
import { type Item, isItem, itemAt, member, shown, textAt, textOf } from "./item.ts";
import { jsonItems } from "./json-items.ts";
import { NoSignal } from "./no-signal.ts";
import { readContent } from "./read-content.ts";
import { readInstant } from "./read-instant.ts";
import { looksLikeReading, readingSignal } from "./readings.ts";
import { signalOf } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

/** Translates what an event carries; null where nobody here knows it. */
export type TranslateData = (data: Content, arrival: Arrival) => Translation | null;

const ownAttributes = new Set([
  "specversion",
  "id",
  "source",
  "type",
  "time",
  "data",
  "data_base64",
  "datacontenttype",
  "dataschema",
]);

/** Attributes of an event in binary mode are headers, its data is the body. */
export function isBinaryCloudEvent(headers: Readonly<Record<string, string>>): boolean {
  return Object.hasOwn(headers, "ce-specversion");
}

/**
 * CloudEvents 1.0, in binary mode, structured, as a batch or one a line. The data is recognised in turn, as any payload is;
 * one reading of our own shape has the event's identity, source and id, and so has data that nobody knows, as a signal
 * without a reading. Formats with an identity of their own keep their id.
 */
export function translateCloudEvents(content: Content, arrival: Arrival, translateData: TranslateData): Translation {
  if (isBinaryCloudEvent(arrival.headers))
    return oneEvent(binaryAttributes(arrival.headers), content, 0, "", arrival, translateData);
  const events = jsonItems(content, "events");
  const isMany = content.kind !== "json" || Array.isArray(content.value);
  return eachPart(events, (event, position) => {
    const path = isMany ? `[${position}]` : "";
    if (event instanceof NoSignal) throw event;
    const item = itemAt(event, path, "event");
    return oneEvent(item, dataOf(item), position, path, arrival, translateData);
  });
}

function oneEvent(
  event: Item,
  data: Content | null,
  position: number,
  path: string,
  arrival: Arrival,
  translateData: TranslateData,
): Translation {
  try {
    const version = textAt(event, "specversion", path);
    if (version !== "1.0")
      throw new NoSignal(
        within(path, "specversion"),
        `specversion ${shown(version)} is not known; send CloudEvents 1.0`,
      );
    const [id, source, type] = [textAt(event, "id", path), textAt(event, "source", path), textAt(event, "type", path)];
    const time = textOf(event, "time");
    const occurredAt = time === null ? null : readInstant(time, within(path, "time"), arrival.receivedAt);
    const inner: Arrival = {
      ...arrival,
      headers: {},
      // The event has an identity of its own.
      key: null,
      at: arrival.at ?? occurredAt,
      run: arrival.run ?? id,
      source: arrival.source ?? source,
      labels: [...arrival.labels, ...attributeLabels(event, type)],
    };
    const translated = data === null ? null : known(data, inner, within(path, "data"), id, translateData);
    if (translated !== null) return at(position, within(path, "data"), translated);
    return at(position, path, { signals: [{ position, signal: bare(type, source, id, data, inner) }], refused: [] });
  } catch (error) {
    return at(position, "", nothingBut(error));
  }
}

function known(
  data: Content,
  inner: Arrival,
  path: string,
  id: string,
  translateData: TranslateData,
): Translation | null {
  if (data.kind !== "json" || !looksLikeReading(data.value)) return translateData(data, inner);
  const reading = { ...(data.value as Item), id, source: undefined };
  const signal = readingSignal(reading, path, inner, { at: inner.at, format: "cloudevents" });
  return { signals: [{ position: 0, signal }], refused: [] };
}

/** An event whose data nobody knows: that it happened is a fact too. */
function bare(type: string, source: string, id: string, data: Content | null, inner: Arrival): Signal {
  const value = data?.kind === "json" && isItem(data.value) ? data.value : {};
  return signalOf(
    {
      source,
      id,
      format: "cloudevents",
      topic: null,
      metric: type,
      labels: Object.entries(value),
      summary: textOf(value, "summary") ?? textOf(value, "message") ?? `${type} from ${source}`,
    },
    inner,
  );
}

/** Subject, type and extensions. */
function attributeLabels(event: Item, type: string): [string, string][] {
  const extensions = Object.entries(event).filter(([name]) => !ownAttributes.has(name));
  return [
    ["type", type],
    ...extensions.flatMap(([name, value]): [string, string][] => (isPlain(value) ? [[name, String(value)]] : [])),
  ];
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function dataOf(event: Item): Content | null {
  const type = textOf(event, "datacontenttype");
  const data = member(event, "data");
  const base64 = textOf(event, "data_base64");
  const text = base64 === null ? data : Buffer.from(base64, "base64").toString("utf8");
  if (typeof text !== "string") return text === undefined || text === null ? null : { kind: "json", value: text };
  try {
    return readContent(text, type).content;
  } catch (error) {
    if (!(error instanceof NoSignal)) throw error;
    return { kind: "json", value: text };
  }
}

/** Headers `ce-…`, in which what is no plain character is percent-encoded. */
function binaryAttributes(headers: Readonly<Record<string, string>>): Item {
  const attributes = Object.entries(headers).filter(([name]) => name.startsWith("ce-"));
  return Object.fromEntries(attributes.map(([name, value]) => [name.slice("ce-".length), decodedHeader(value)]));
}

function decodedHeader(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A percent sign of its own.
    return value;
  }
}

function within(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** What an item of a batch gave, at its place in the batch. */
function at(position: number, path: string, { signals, refused }: Translation): Translation {
  return {
    signals: signals.map(({ signal }) => ({ position, signal })),
    refused: refused.map((each) => ({
      ...each,
      position,
      path: path === "" ? each.path : each.path === "" ? path : `${path}.${each.path}`,
    })),
  };
}
