import { isItem } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { oneLine } from "./one-line.ts";
import { endOfString, scanJson } from "./scan-json.ts";

const mostNesting = 100;

/**
 * A JSON text as a value. A bare NaN or Infinity, which is no JSON and which some programs write, is read as the text
 * "NaN", so that only its item is refused.
 *
 * @throws NoSignal where it is no JSON, has a name twice in one object or is nested more than 100 deep.
 */
export function readJson(text: string): { readonly value: unknown; readonly isAsWritten: boolean } {
  const { depth, memberCount, bare } = scanJson(text);
  if (depth > mostNesting)
    throw new NoSignal("", `payload is nested ${depth} deep; send one that is nested at most ${mostNesting} deep`);
  const value = parsed(bare.length === 0 ? text : quoted(text, bare));
  if (countMembers(value) !== memberCount) {
    const { name, line } = firstTwice(text);
    throw new NoSignal(
      "",
      `name ${JSON.stringify(oneLine(name, 60))} is twice in one object, the second time on line ${line}; send it once`,
    );
  }
  return { value, isAsWritten: bare.length === 0 };
}

function quoted(text: string, bare: readonly { from: number; to: number }[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to } of bare) {
    parts.push(text.slice(at, from), JSON.stringify(text.slice(from, to)));
    at = to;
  }
  return parts.join("") + text.slice(at);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
    const [line, column] = placeOf(text, offset);
    if (text.trim() === "") throw new NoSignal("", "payload is empty; send the producer's body");
    if (offset >= text.trimEnd().length)
      throw new NoSignal("", `JSON is cut off on line ${line}, column ${column}; send it whole`);
    throw new NoSignal(
      "",
      `JSON is broken at ${JSON.stringify(oneLine(text.slice(offset, offset + 1), 20))} on line ${line}, column ${column}; send what a JSON writer wrote`,
    );
  }
}

function placeOf(text: string, offset: number): [number, number] {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line++;
  return [line, before.length - start + 1];
}

function countMembers(value: unknown): number {
  if (Array.isArray(value)) {
    let count = 0;
    for (const each of value) if (typeof each === "object" && each !== null) count += countMembers(each);
    return count;
  }
  if (!isItem(value)) return 0;
  const keys = Object.keys(value);
  let count = keys.length;
  for (const key of keys) {
    const each = value[key];
    if (typeof each === "object" && each !== null) count += countMembers(each);
  }
  return count;
}

/** The first name that an object of a valid JSON text has twice. */
function firstTwice(text: string): { name: string; line: number } {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "{" || char === "[") open.push(new Set());
    else if (char === "}" || char === "]") open.pop();
    else if (char === '"') {
      const end = endOfString(text, at);
      let next = end + 1;
      while (/\s/.test(text[next] ?? "")) next++;
      if (text[next] === ":") {
        const name = JSON.parse(text.slice(at, end + 1)) as string;
        if (open.at(-1)?.has(name)) return { name, line: placeOf(text, at)[0] };
        open.at(-1)?.add(name);
      }
      at = end;
    }
  }
  return { name: "", line: 1 };
}
