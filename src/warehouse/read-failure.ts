import { Failure } from "../contract/failure.ts";
import type { SourceFormat } from "./decision-source.ts";
import { inputFailure } from "./input-failure.ts";

/** What DuckDB says about a file, in our words: the first that matches. No row of the file is repeated. */
const known: readonly [format: SourceFormat, says: RegExp, what: string, remedy: string][] = [
  [
    "csv",
    /Expected Number of Columns: (\d+) Found: (\d+)/,
    "$2 values instead of $1",
    "quote values that hold the delimiter, or name it by --delimiter",
  ],
  ["csv", /not utf-8|Invalid unicode/i, "bytes that are not UTF-8", "save the file as UTF-8"],
  ["csv", /unterminated quote/, "a quote that is not closed, or closed too early", "write a quote within quotes twice"],
  ["csv", /Maximum line size/, "a line longer than 2 MB", "check that quotes are closed"],
  [
    "csv",
    /invalid state/,
    "lines that end in different ways, or quotes that do not match",
    "write all lines alike, as RFC 4180 says",
  ],
  ["parquet", /magic bytes|too small to be a Parquet/, "not a Parquet file, or one that was cut off", "write it again"],
  ["parquet", /.*/, "a Parquet file that is damaged", "write it again"],
  [
    "ndjson",
    /Malformed JSON|transform error|Missing field|JSON/,
    "no JSON object",
    "write each decision as one object on its own line",
  ],
  ["json", /.*/, "a JSON list that cannot be read", "write a list of objects, one for each decision"],
];

/** A refusal of DuckDB as a failure of the input; what is none, such as a full disk, is given back. */
export function readFailure(file: string, format: SourceFormat, cause: Error, brokenLine: number | undefined): Error {
  const { message } = cause;
  if (/out of memory|could not allocate|no space left/i.test(message)) {
    return new Failure(
      "too-large",
      `${file} has too many groups to count in memory`,
      "name fewer attributes, or columns with fewer values",
    );
  }
  if (/Conversion Error|Out of Range/i.test(message)) {
    return new Failure(
      "invalid-input",
      `${file} holds a number too large to add up`,
      "give it in larger units, such as thousands",
    );
  }
  if (!/^[\w ]*Error/.test(message)) return cause;
  for (const [of, says, what, remedy] of known) {
    const match = of === format ? says.exec(message) : null;
    if (match === null) continue;
    const told = /CSV Error on Line: (\d+)/.exec(message)?.[1];
    const line = brokenLine ?? (told === undefined ? undefined : Number(told));
    return inputFailure(
      { name: file },
      what.replaceAll(/\$(\d)/g, (_, group) => match[Number(group)]!),
      remedy,
      line,
    );
  }
  return cause;
}
