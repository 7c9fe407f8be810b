import type { Content, JsonLine } from "./content.ts";
import { csvRecords } from "./csv-records.ts";
import { NoSignal } from "./no-signal.ts";
import { readJson } from "./read-json.ts";

const mostLines = 200_000;

/** What was read, and whether its text may stand for it as it is. */
export interface ReadContent {
  readonly content: Content;
  readonly isAsWritten: boolean;
}

/**
 * The text of a payload.
 *
 * @throws NoSignal where it is no UTF-8, or binary.
 */
export function decodePayload(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new NoSignal("", "payload is empty; send the producer's body");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw new NoSignal("", "payload is gzip; send it with Content-Encoding: gzip, or unpacked");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    const hex = bytes[offset]?.toString(16).padStart(2, "0");
    throw new NoSignal("", `byte 0x${hex} at ${offset} is not UTF-8; send the payload in UTF-8`);
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new NoSignal("", `payload is binary: it has a NUL at character ${nul}; send text`);
  return text;
}

/**
 * JSON, JSON lines or CSV: by what it looks like, for producers and `curl` name the wrong type, and in doubt by the type
 * that was named.
 *
 * @throws NoSignal where it is none of them.
 */
export function readContent(text: string, contentType: string | null): ReadContent {
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) throw new NoSignal("", "payload is empty; send the producer's body");
  if (first !== "{" && first !== "[" && !/json/.test(contentType ?? "")) return readTable(text);
  try {
    const { value, isAsWritten } = readJson(text);
    return { content: { kind: "json", value }, isAsWritten };
  } catch (error) {
    const lines = jsonLines(text);
    if (lines === null) throw error;
    if (lines.length > mostLines)
      throw new NoSignal("", `payload has ${lines.length} lines; send at most ${mostLines}`);
    const readLines = lines.map(readLine);
    return {
      content: { kind: "lines", lines: readLines.map(({ line }) => line) },
      isAsWritten: readLines.every(({ isAsWritten }) => isAsWritten),
    };
  }
}

function readTable(text: string): ReadContent {
  const table = csvRecords(text);
  const [header = []] = table.records;
  if (header.length < 2)
    throw new NoSignal(
      "",
      "payload is neither JSON nor a table with a header; send what a format in the guide describes",
    );
  return { content: { kind: "table", table }, isAsWritten: table.end === "whole" };
}

/** Lines that each begin an object, or null: several lines of which the first is whole. */
function jsonLines(text: string): string[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && /^\s*\{.*\}\s*$/.test(lines[0] ?? "") ? lines : null;
}

function readLine(text: string): { line: JsonLine; isAsWritten: boolean } {
  try {
    const { value, isAsWritten } = readJson(text);
    return { line: { value }, isAsWritten };
  } catch (error) {
    if (!(error instanceof NoSignal)) throw error;
    return { line: { mistake: error.message }, isAsWritten: false };
  }
}

/** Offset of the first byte that no longer decodes: half by half. */
function firstInvalid(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      // As a stream, so that a character cut by the middle is not yet wrong.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return invalid - 1;
}
