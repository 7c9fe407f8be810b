import { createHash } from "node:crypto";
import type { SignalFormat } from "../contract/signal.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { isBinaryCloudEvent } from "./cloudevents.ts";
import type { Content } from "./content.ts";
import { csvText } from "./csv-records.ts";
import { nothingBut } from "./each-item.ts";
import { checkMlflowSignature } from "./mlflow-signature.ts";
import { NoSignal } from "./no-signal.ts";
import { personalDataRule, withoutPersonalData, withoutPersonalFields } from "./personal-data.ts";
import { decodePayload, type ReadContent, readContent } from "./read-content.ts";
import { formatOfPath, recognise } from "./recognise.ts";
import { translateContent } from "./translate-content.ts";
import type {
  KeptPayload,
  ReceivedPayload,
  RemovedData,
  TranslatedPayload,
  TranslateOptions,
  Translation,
} from "./translation.ts";

/**
 * Takes a payload in: without personal data, as what may be stored of it, and as the signals it is made of. Each item is a
 * signal or is refused with its place, its value and a remedy; nothing is thrown, whatever the bytes.
 *
 * Signals are made from what may be stored, so that translating that again, without secrets, gives the same ones.
 */
export function translate(
  payload: ReceivedPayload,
  { format: said, mlflowSecrets = [] }: TranslateOptions = {},
): TranslatedPayload {
  const stated = withoutPersonalFields(payload.stated, "stated");
  const headers = withoutPersonalFields(neededHeaders(payload.headers), "headers");
  const beside = { ...payload, stated: stated.fields, headers: headers.fields };
  const read = readPayload(payload);
  const unread: RemovedData[] =
    read instanceof NoSignal && payload.bytes.length > 0 ? [{ path: "", kind: "unreadable data" }] : [];
  const clean = read instanceof NoSignal ? null : withoutPersonalData(read.content);
  const kept: KeptPayload = {
    text:
      clean === null || read instanceof NoSignal
        ? null
        : read.isAsWritten && clean.content === read.content
          ? read.text
          : writtenContent(clean.content),
    contentType: payload.contentType,
    headers: beside.headers,
    name: payload.name,
    stated: beside.stated,
    hash: createHash("sha256").update(payload.bytes).digest("hex"),
    byteCount: payload.bytes.length,
    rule: personalDataRule,
    removed: [...unread, ...(clean?.removed ?? []), ...stated.removed, ...headers.removed],
    removedCount: unread.length + (clean?.removedCount ?? 0) + stated.removedCount + headers.removedCount,
  };
  // A binary event says something even where its body cannot be read.
  const content: Content | null =
    clean?.content ?? (isBinaryCloudEvent(payload.headers) ? { kind: "json", value: null } : null);
  const named = said ?? formatOfPath(payload.name);
  if (content === null) return { format: named, kept, ...nothingBut(read) };
  const format = recognise(content, beside, said);
  return { format, kept, ...translation(content, format, beside, payload, mlflowSecrets) };
}

function translation(
  content: Content,
  format: SignalFormat | null,
  beside: ReceivedPayload,
  received: ReceivedPayload,
  mlflowSecrets: readonly string[],
): Translation {
  try {
    if (format === null)
      throw new NoSignal(
        "",
        "payload is of no known format; send it to /v1/signals/ and the name of its format, or name the format",
      );
    if (format === "mlflow" && mlflowSecrets.length > 0) checkMlflowSignature(received, mlflowSecrets);
    const arrival: Arrival = arrivalOf(beside);
    return translateContent(content, format, arrival);
  } catch (error) {
    return nothingBut(error);
  }
}

function readPayload({ bytes, contentType }: ReceivedPayload): (ReadContent & { text: string }) | NoSignal {
  try {
    const text = decodePayload(bytes);
    return { ...readContent(text, contentType), text };
  } catch (error) {
    if (error instanceof NoSignal) return error;
    throw error;
  }
}

/** Headers that are attributes or identity of the payload. */
function neededHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const needed = Object.entries(headers).filter(([name]) => name.startsWith("ce-") || name === "x-mlflow-delivery-id");
  return Object.fromEntries(needed);
}

/** A content as text that is read as it; a line that could not be read is a null. */
function writtenContent(content: Content): string {
  switch (content.kind) {
    case "json":
      return JSON.stringify(content.value);
    case "lines":
      return content.lines.map((line) => `${JSON.stringify("value" in line ? line.value : null)}\n`).join("");
    case "table":
      return csvText(content.table.records, content.table.delimiter);
  }
}
