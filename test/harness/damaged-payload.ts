import fc from "fast-check";
import type { ReceivedPayload } from "../../src/signals/translation.ts";

/** Values that programs and people who mean harm put where something else belongs. */
const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  "",
  "NaN",
  "\u0000",
  "\ud800",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "2026-02-30T00:00:00Z",
  "x".repeat(3000),
  "🂡".repeat(300),
  [],
  {},
  [[[[]]]],
  { toString: 1, hasOwnProperty: 2, length: -1, valueOf: 3 },
  JSON.parse('{"__proto__":{"polluted":1}}'),
];

const receivedAt = "2026-11-21T10:00:00Z";
const formats = [
  "",
  "/v1/signals/alertmanager",
  "/v1/signals/evidently",
  "/v1/signals/readings",
  "/v1/signals/otlp-logs",
  "a.csv",
];
const types = [null, "application/json", "text/csv", "application/cloudevents+json", "application/x-ndjson"];

/** A payload of these bytes, sent anywhere as anything. */
export function sentAnywhere(bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<ReceivedPayload> {
  return fc.record({
    bytes,
    contentType: fc.constantFrom(...types),
    headers: fc.constantFrom<Record<string, string>>(
      {},
      { "ce-specversion": "1.0", "ce-id": "%", "ce-source": "/a", "ce-type": "b", "ce-time": "never" },
      { "x-mlflow-delivery-id": "1" },
    ),
    name: fc.constantFrom(...formats),
    stated: fc.constantFrom<Record<string, string>>({}, { at: "yesterday" }, { run: "1", model: "churn" }),
    receivedAt: fc.constant(receivedAt),
  });
}

/** Bytes, text and JSON of any shape. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }).map(encoded),
  fc.json({ maxDepth: 6 }).map(encoded),
  fc.array(fc.json(), { maxLength: 5 }).map((lines) => encoded(lines.join("\n"))),
  fc.stringMatching(/^([a-c_",;\n\r\t1]|metric|value|count|chunk_key){0,40}$/).map(encoded),
);

/** A JSON text with a value exchanged, a member lost, a name twice, an end cut off or bytes that are no text. */
export function damaged(text: string): fc.Arbitrary<Uint8Array> {
  const places = placesIn(JSON.parse(text));
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...places), fc.constantFrom(...hostileValues))
        .map(([place, value]) => encoded(JSON.stringify(changed(JSON.parse(text), place, value)))),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...places)
        .map((place) => encoded(JSON.stringify(changed(JSON.parse(text), place, undefined)))),
    },
    { weight: 1, arbitrary: fc.nat(text.length).map((length) => encoded(text.slice(0, length))) },
    { weight: 1, arbitrary: cutIn(text, '"x":1,"x":2,') },
    { weight: 1, arbitrary: cutIn(text, "NaN") },
    { weight: 1, arbitrary: cutIn(text, "[".repeat(10_000)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(text.length), fc.uint8Array({ minLength: 1, maxLength: 4 }))
        .map(([at, bytes]) => Buffer.concat([encoded(text.slice(0, at)), bytes, encoded(text.slice(at))])),
    },
  );
}

function cutIn(text: string, piece: string): fc.Arbitrary<Uint8Array> {
  return fc.nat(text.length).map((at) => encoded(text.slice(0, at) + piece + text.slice(at)));
}

type Place = readonly (string | number)[];

/** Every place of a value, the whole first. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [place];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [place, ...steps.flatMap((step) => placesIn(Reflect.get(value, step), [...place, step]))];
}

/** The same value with another one at a place; `undefined` takes it out. */
export function changed(value: unknown, place: Place, next: unknown): unknown {
  if (place.length === 0) return next ?? null;
  const parent = place.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(at as object, step), value) as object;
  if (next === undefined) Reflect.deleteProperty(parent, place.at(-1) as string | number);
  else Reflect.set(parent, place.at(-1) as string | number, next);
  return value;
}

export function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
