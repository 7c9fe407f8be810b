import type { Signal } from "../contract/signal.ts";
import { type Arrival, itemId } from "./arrival.ts";
import { eachItem } from "./each-item.ts";
import { type Item, isItem, itemAt, list, member, numberOf, part, shown, textOf } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { instantOfMs } from "./read-instant.ts";
import { signalOf, valueReading } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

const evaluation = "gen_ai.evaluation.result";

interface LogRecord {
  readonly value: unknown;
  readonly path: string;
  readonly resource: ReadonlyMap<string, Plain>;
}

/**
 * Logs of OpenTelemetry as JSON: each event `gen_ai.evaluation.result` is a signal. Its score is the reading; a label of
 * pass or fail is its verdict, any other says nothing that is known here. Identity is the content of the record, which a
 * retry repeats. Position counts the records of the payload.
 */
export function translateOtlpLogs(payload: Item, arrival: Arrival): Translation {
  const records = list(payload, "resourceLogs").flatMap((ofResource, r) => {
    if (!isItem(ofResource)) return [{ value: ofResource, path: `resourceLogs[${r}]`, resource: new Map() }];
    const resource = attributesOf(part(ofResource, "resource"));
    return list(ofResource, "scopeLogs").flatMap((ofScope, s): LogRecord[] => {
      const path = `resourceLogs[${r}].scopeLogs[${s}]`;
      if (!isItem(ofScope)) return [{ value: ofScope, path, resource }];
      return list(ofScope, "logRecords").map((value, l) => ({ value, path: `${path}.logRecords[${l}]`, resource }));
    });
  });
  if (records.length === 0)
    throw new NoSignal("resourceLogs", "payload holds no log record; send the body of OTLP's /v1/logs as JSON");
  return eachItem(records, (record) => evaluationSignal(record, arrival));
}

function evaluationSignal({ value, path, resource }: LogRecord, arrival: Arrival): Signal {
  const record = itemAt(value, path, "log record");
  const attributes = attributesOf(record);
  const event = textOf(record, "eventName") ?? attributes.get("event.name");
  if (event !== evaluation)
    throw new NoSignal(
      `${path}.eventName`,
      `event ${shown(event)} is no ${evaluation}; send only evaluations, by a filter in the collector`,
    );
  const name = attributes.get("gen_ai.evaluation.name");
  if (typeof name !== "string" || name.trim() === "")
    throw new NoSignal(`${path}.attributes`, "attribute gen_ai.evaluation.name is missing; name the evaluation");
  const score = attributes.get("gen_ai.evaluation.score.value");
  const reading = valueReading(score);
  if (score !== undefined && reading === null)
    throw new NoSignal(
      `${path}.attributes`,
      `gen_ai.evaluation.score.value ${shown(score)} is no number; send a number`,
    );
  const label = attributes.get("gen_ai.evaluation.score.label");
  const service = resource.get("service.name");
  return signalOf(
    {
      source: `otlp:${typeof service === "string" ? service : ""}`,
      id: itemId(record, arrival),
      format: "otlp-logs",
      topic: "evaluation",
      metric: name,
      producerVerdict: verdictOf(label),
      reading,
      occurredAt: whenOf(record, path, arrival),
      labels: [
        ...resource,
        ...[...attributes].filter(
          ([key]) => key !== "gen_ai.evaluation.name" && key !== "gen_ai.evaluation.score.value",
        ),
        ["traceId", member(record, "traceId")],
        ["model", attributes.get("gen_ai.response.model") ?? attributes.get("gen_ai.request.model")],
      ],
      summary: `${name} is ${[label, score].filter((each) => each !== undefined && each !== "").join(", ")}`,
    },
    arrival,
  );
}

function verdictOf(label: unknown): Signal["producerVerdict"] {
  if (typeof label !== "string") return null;
  if (/^(pass|passed|ok)$/i.test(label)) return "ok";
  return /^(fail|failed)$/i.test(label) ? "breach" : null;
}

/** When it was seen, in nanoseconds since 1970, which JSON holds as text. Zero is none. */
function whenOf(record: Item, path: string, { receivedAt }: Arrival): string | null {
  for (const name of ["timeUnixNano", "observedTimeUnixNano"]) {
    const value = member(record, name);
    if (value === undefined || value === "0" || value === 0) continue;
    const nanoseconds = numberOf(value);
    if (nanoseconds === null)
      throw new NoSignal(`${path}.${name}`, `time ${shown(value)} is no number of nanoseconds; send it as OTLP has it`);
    return instantOfMs(Math.floor(nanoseconds / 1e6), `${path}.${name}`, receivedAt);
  }
  return null;
}

/** Attributes by name, each as the one value it holds: text, a number or a truth value; others are left out. */
function attributesOf(holder: Item): Map<string, Plain> {
  const attributes = new Map<string, Plain>();
  for (const attribute of list(holder, "attributes")) {
    if (!isItem(attribute)) continue;
    const key = textOf(attribute, "key");
    const held = part(attribute, "value");
    const integer = member(held, "intValue");
    const value = [
      member(held, "stringValue"),
      member(held, "doubleValue"),
      // JSON of Protocol Buffers holds 64-bit integers as text.
      numberOf(integer) ?? integer,
      member(held, "boolValue"),
    ].find(isPlain);
    if (key !== null && value !== undefined) attributes.set(key, value);
  }
  return attributes;
}

type Plain = string | number | boolean;

function isPlain(value: unknown): value is Plain {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
