import { gzipSync } from "node:zlib";
import { receivedPayload, receivedPayloads } from "./received-payload.ts";

/** A request to take signals in, as somebody might send it who does not mean well or does not know better. */
export interface HostilePayload {
  /** What was done to it. */
  readonly kind: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

type Random = () => number;

const instants = [
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "0000-00-00T00:00:00Z",
  "-271821-04-20T00:00:00Z",
  "+275760-09-13T00:00:00.001Z",
  "2026-02-30T00:00:00Z",
  "2026-11-20T24:00:01+99:99",
  "yesterday",
];
const values = [
  "NaN",
  "Infinity",
  "-Infinity",
  "1e400",
  "-1e-400",
  "1e308",
  "-0",
  "99999999999999999999999999",
  "null",
  "true",
  "[]",
  "{}",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"NaN"',
  '"1e400"',
  '"__proto__"',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":2,"toJSON":3}',
  "[[[[[[]]]]]]",
  ...instants.map((text) => JSON.stringify(text)),
];
const formats = [
  "cloudevents",
  "alertmanager",
  "evidently",
  "mlflow",
  "readings",
  "oscal",
  "fairlearn",
  "prometheus",
  "%ff",
  "__proto__",
];
const types = [
  "application/json",
  "application/cloudevents+json",
  "application/cloudevents-batch+json",
  "application/x-ndjson",
  "text/csv",
  "text/plain",
  "application/json; charset=utf-16",
];

/** Made of payloads that real producers sent; the same for the same random numbers. */
export function hostilePayload(random: Random): HostilePayload {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const sound = receivedPayload(pick(receivedPayloads));
  let { headers }: { headers: Readonly<Record<string, string>> } = sound;
  headers = { ...headers, "content-type": sound.contentType ?? "application/json" };
  let path = "/v1/signals";
  if (random() < 0.2) path += `/${pick(formats)}`;
  if (random() < 0.1)
    path += `?at=${encodeURIComponent(pick(instants))}&run=${"x".repeat(random() * 3000)}&__proto__=1`;
  if (random() < 0.1) headers = { ...headers, "content-type": pick(types) };
  if (random() < 0.1)
    headers = {
      ...headers,
      "ce-specversion": "1.0",
      "ce-id": pick(["1", "é\u0001", ""]).replaceAll(/[^ -~]/g, "?"),
      "ce-source": "x",
      "ce-type": "y",
      "ce-time": pick(instants),
    };
  const text = Buffer.from(sound.bytes).toString("utf8");
  const [kind, damage] = pick(damages);
  const made = damage(text, random, pick);
  const body = typeof made === "string" ? Buffer.from(made) : made;
  if (random() > 0.1) return { kind, path, headers, body };
  const packed = gzipSync(body, { level: 1 });
  const end = random() < 0.5 ? packed.length : Math.floor(random() * packed.length);
  return {
    kind: `${kind}, packed`,
    path,
    headers: { ...headers, "content-encoding": "gzip" },
    body: packed.subarray(0, end),
  };
}

/** Those that take a second each, of which a run needs few. */
export function heavyPayloads(): HostilePayload[] {
  const json = { "content-type": "application/json" };
  const packed = { ...json, "content-encoding": "gzip" };
  const path = "/v1/signals";
  const of = (kind: string, body: Uint8Array, headers: Record<string, string> = json) => ({
    kind,
    path,
    headers,
    body,
  });
  const spaces = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 0x20);
  const many = (item: string) =>
    Buffer.from(`[${Array.from({ length: Math.floor(9e6 / item.length) }, () => item).join(",")}]`);
  const event = '{"specversion":"1.0","id":"1","source":"/s","type":"t"}';
  return [
    of("100 MB", spaces(100)),
    of("a bomb of 100 MB", gzipSync(spaces(100)), packed),
    of("a bomb in a bomb", gzipSync(gzipSync(spaces(50))), packed),
    of("a bomb of many members", Buffer.concat(Array.from({ length: 50 }, () => gzipSync(spaces(9)))), packed),
    of("9 MB of equal events", many(event), { "content-type": "application/cloudevents-batch+json" }),
    of("9 MB of empty objects", many("{}"), { "content-type": "application/cloudevents-batch+json" }),
    of("9 MB of brackets", Buffer.from("[".repeat(9e6))),
    of("9 MB of objects in objects", Buffer.from('{"a":'.repeat(1.8e6))),
    of("9 MB of one text", Buffer.from(`{"specversion":"1.0","id":"${"x".repeat(9e6)}","source":"s","type":"t"}`)),
    of("9 MB of one number", Buffer.from(`{"metric":"a","value":${"9".repeat(9e6)}}`)),
    of("9 MB of keys", Buffer.from(`{${Array.from({ length: 600_000 }, (_, k) => `"k${k}":${k}`).join(",")}}`)),
    of("9 MB of commas", Buffer.from(`a,b\n${",".repeat(9e6)}`), { "content-type": "text/csv" }),
    of("9 MB of quotes", Buffer.from(`a,b\n${'"'.repeat(9e6)}`), { "content-type": "text/csv" }),
    of("9 MB of lines", Buffer.from("\n".repeat(9e6)), { "content-type": "application/x-ndjson" }),
    of("9 MB of addresses", Buffer.from(`{"metric":"a","value":1,"note":"${"a@".repeat(4.5e6)}"}`)),
    of("9 MB of digits and blanks", Buffer.from(`{"metric":"a","value":1,"note":"${"1 ".repeat(4.5e6)}"}`)),
  ];
}

type Damage = (text: string, random: Random, pick: <T>(list: readonly T[]) => T) => string | Uint8Array;

const damages: readonly (readonly [string, Damage])[] = [
  ["as it was", (text) => text],
  ["cut off", (text, random) => text.slice(0, random() * text.length)],
  ["its bytes changed", (text, random) => noise(Buffer.from(text), random, 1 + Math.floor(random() * 20))],
  ["a value replaced", (text, random, pick) => replaced(text, random, pick(values))],
  [
    "many values replaced",
    (text, random, pick) =>
      Array.from({ length: 6 }, () => pick(values)).reduce((made, value) => replaced(made, random, value), text),
  ],
  [
    "its times replaced",
    (text, _, pick) => text.replaceAll(/\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?/g, () => pick(instants)),
  ],
  ["its numbers replaced", (text, _, pick) => text.replaceAll(/-?\d+(?:\.\d+)?/g, () => pick(values))],
  ["a key twice", (text, random) => text.replace(/"(\w+)":/, (key) => `${key}${random() < 0.5 ? "1" : "null"},${key}`)],
  [
    "its keys renamed",
    (text, random) => text.replaceAll(/"(\w+)":/g, (key) => (random() < 0.3 ? '"__proto__":' : key)),
  ],
  ["in a list", (text) => `[${text},${text},null,3,"x",[]]`],
  ["nested deep", (text, random) => nested(text, 10 ** Math.floor(1 + random() * 4.2))],
  [
    "its texts long",
    (text, random) => text.replaceAll(/"(\w{3,})"(?!:)/g, () => JSON.stringify("é\u{1f6a2}x".repeat(random() * 2000))),
  ],
  ["of random bytes", (_, random) => noise(Buffer.alloc(Math.floor(random() * 500)), random, 500)],
  [
    "of no UTF-8",
    (text, random) =>
      Buffer.concat([
        Buffer.from(text.slice(0, random() * text.length)),
        Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
        Buffer.from(text),
      ]),
  ],
  ["in UTF-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["empty", () => ""],
  ["of one value", (_, __, pick) => pick(values)],
  ["repeated as lines", (text) => `${text.replaceAll("\n", " ")}\n`.repeat(20)],
];

function replaced(text: string, random: Random, value: string): string {
  const places = [...text.matchAll(/:\s*("(?:[^"\\]|\\.)*"|-?[\d.eE+-]+|true|false|null|[[{])/g)];
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return text.replace(/[^,\n]+(?=,|\n)/, value);
  const start = place.index + place[0].length - place[1]!.length;
  return text.slice(0, start) + value + text.slice(start + place[1]!.length);
}

function nested(text: string, depth: number): string {
  return '{"a":['.repeat(depth) + text + "]}".repeat(depth);
}

function noise(bytes: Buffer, random: Random, changes: number): Buffer {
  for (let change = 0; change < changes && bytes.length > 0; change++)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}
