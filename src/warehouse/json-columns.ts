import type { Failure } from "../contract/failure.ts";
import { inputFailure } from "./input-failure.ts";

/** Names of the columns of a JSON file: all keys of the records in its beginning, in the order in which they turn up. */
export async function jsonColumns(
  file: { readonly name: string },
  head: string,
  isWhole: boolean,
  format: "ndjson" | "json",
): Promise<string[]> {
  const text = head.replace(/^\ufeff/, "");
  const names = new Set<string>();
  for (const record of format === "json" ? recordsOfList(file, text, isWhole) : recordsOfLines(file, text, isWhole)) {
    for (const name of Object.keys(record)) names.add(name);
  }
  if (names.size === 0) throw inputFailure(file, "no record in it", "give one JSON object for each decision");
  const byCase = new Map<string, string>();
  for (const name of names) {
    if (name.trim() === "") throw inputFailure(file, "a key without a name", "name it in every record");
    const other = byCase.get(name.toLowerCase());
    if (other !== undefined)
      throw inputFailure(
        file,
        `${JSON.stringify(other)} and ${JSON.stringify(name)} are keys that differ only in case`,
        "rename one of them",
      );
    byCase.set(name.toLowerCase(), name);
  }
  return [...names];
}

function* recordsOfLines(file: { readonly name: string }, text: string, isWhole: boolean): Generator<object> {
  const lines = text.split("\n");
  if (!isWhole) lines.pop();
  for (const [k, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const record = parsed(line);
    if (record === undefined) throw notAnObject(file, k + 1);
    yield record;
  }
}

/** The objects of a list, told apart by their braces, so that the last one may be cut off. */
function* recordsOfList(file: { readonly name: string }, text: string, isWhole: boolean): Generator<object> {
  if (isWhole) {
    let list: unknown;
    try {
      list = JSON.parse(text);
    } catch (cause) {
      throw inputFailure(
        file,
        `not JSON: ${(cause as Error).message}`,
        "write one JSON object a line, or a list of objects",
      );
    }
    for (const record of list as unknown[]) {
      if (typeof record !== "object" || record === null || Array.isArray(record)) throw notAnObject(file, undefined);
      yield record;
    }
    return;
  }
  let [depth, start, quoted] = [0, 0, false];
  for (let k = 0; k < text.length; k++) {
    const character = text[k]!;
    if (quoted) {
      if (character === "\\") k++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" && depth++ === 0) start = k;
    else if (character === "}" && --depth === 0) {
      const record = parsed(text.slice(start, k + 1));
      if (record !== undefined) yield record;
    }
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function notAnObject(file: { readonly name: string }, line: number | undefined): Failure {
  return inputFailure(
    file,
    "no JSON object",
    'write each decision as one object, such as {"sex": "f", "decision": 1}',
    line,
  );
}

/** The first line of an NDJSON file that is no JSON object. */
export async function firstBrokenLine(chunks: AsyncIterable<Buffer>): Promise<number | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  const isBroken = (bytes: Buffer) => {
    line++;
    try {
      const text = decoder.decode(bytes);
      return text.trim() !== "" && parsed(text) === undefined;
    } catch {
      return true;
    }
  };
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      if (isBroken(rest.subarray(0, end))) return line;
      rest = rest.subarray(end + 1);
    }
  }
  return isBroken(rest) ? line : undefined;
}
