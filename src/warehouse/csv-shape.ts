/** How the values of a CSV file are told apart, and what its columns are called. */
export interface CsvShape {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Up to some hundred records after the header, for guesses. */
  readonly records: readonly (readonly string[])[];
}

const delimiters = [",", ";", "\t", "|"] as const;
const recordsLookedAt = 200;

/**
 * The shape of a CSV file, from its beginning: the delimiter is the one that parts the header into most columns and the
 * records into as many.
 *
 * @param isWhole - whether the text is all of the file; else its last record, which may be cut off, is left out
 */
export function csvShape(text: string, isWhole: boolean, delimiter?: string): CsvShape {
  const tried = (delimiter === undefined ? delimiters : [delimiter]).map((one) => {
    const all = [...csvRecords(text, one, recordsLookedAt + 2)];
    const complete = isWhole || all.length > recordsLookedAt ? all : all.slice(0, -1);
    const [header = [], ...rest] = complete.length > 0 ? complete : all;
    const alike = rest.filter(({ length }) => length === header.length).length;
    return { delimiter: one, header, records: rest.slice(0, recordsLookedAt), alike, rest: rest.length };
  });
  const score = ({ header, alike, rest }: (typeof tried)[number]) =>
    header.length > 1 ? (alike + 1) / (rest + 1) + header.length / 1e4 : 0;
  return tried.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** Records of a CSV text (RFC 4180), without empty lines. */
function* csvRecords(text: string, delimiter: string, most: number): Generator<string[]> {
  let record: string[] = [];
  let value = "";
  let quoted = false;
  let found = 0;
  for (let k = 0; k < text.length && found < most; k++) {
    const character = text[k]!;
    if (quoted) {
      if (character !== '"') value += character;
      else if (text[k + 1] === '"') {
        value += '"';
        k++;
      } else quoted = false;
    } else if (character === '"' && value === "") quoted = true;
    else if (character === delimiter) {
      record.push(value);
      value = "";
    } else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[k + 1] === "\n") k++;
      record.push(value);
      if (record.length > 1 || value !== "") {
        found++;
        yield record;
      }
      record = [];
      value = "";
    } else value += character;
  }
  if ((record.length > 0 || value !== "") && found < most) yield [...record, value];
}

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/**
 * The line on which a record begins, as an editor counts lines; of a CSV file the header is record 0. Empty lines are no
 * records; within quotes a line may end without ending a record.
 */
export async function lineOfRecord(
  chunks: AsyncIterable<Buffer>,
  record: number,
  lines: "quoted" | "plain" = "quoted",
): Promise<number | undefined> {
  let [line, seen, quoted, empty, afterReturn] = [1, -1, false, true, false];
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      const isBreak = byte === lineFeed || byte === carriageReturn;
      const isSecondHalf = byte === lineFeed && afterReturn;
      afterReturn = byte === carriageReturn;
      if (isSecondHalf) continue;
      if (empty && !isBreak) {
        empty = false;
        if (++seen === record) return line;
      }
      if (byte === quote && lines === "quoted") quoted = !quoted;
      if (!isBreak) continue;
      line++;
      if (!quoted) empty = true;
    }
  }
  return undefined;
}
