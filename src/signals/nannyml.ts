import type { Signal } from "../contract/signal.ts";
import { type Arrival, joined } from "./arrival.ts";
import type { Content } from "./content.ts";
import { contentHash } from "./content-hash.ts";
import type { CsvRecords } from "./csv-records.ts";
import { eachItem } from "./each-item.ts";
import { countOf, numberOf, shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { readInstant } from "./read-instant.ts";
import { signalOf } from "./signal-of.ts";
import { type Row, tableOf, tableRows, wholeRow } from "./table-rows.ts";
import { knownTopic } from "./topic-of.ts";
import type { Translation } from "./translation.ts";

/** NannyML's confidence boundaries lie three standard errors from the estimate. */
const boundaryLevel = 0.9973;

/**
 * A result of NannyML, `to_df()` as CSV with one or with several lines of header: each figure of each chunk of the period
 * under analysis is a signal, with NannyML's alert as its verdict. A performance that is estimated and one that is realized
 * are two figures. Identity is the chunk, the figure and its value: a chunk computed anew with other labels is another fact.
 */
export function translateNannyml(content: Content, arrival: Arrival): Translation {
  const { header, rows } = tableRows(withOneHeader(tableOf(content, "NannyML")));
  const figures = header.filter((name) => name.endsWith("_value")).map((name) => name.slice(0, -"_value".length));
  if (figures.length === 0 || !header.includes("chunk_key"))
    throw new NoSignal(
      "header",
      "table has no chunk_key and no column ending in _value; send NannyML's to_df() as CSV",
    );
  return eachItem(rows, (row, position) => chunkSignals(wholeRow(row), position, figures, arrival));
}

/** Lines of header of which the first is a level above the second, as one: `chunk` and `key` as `chunk_key`. */
function withOneHeader(table: CsvRecords): CsvRecords {
  const { records } = table;
  const isLevel = (record: readonly string[] | undefined) =>
    record?.includes("chunk") === true && !record.includes("chunk_key");
  const levels = isLevel(records[0]) ? (isLevel(records[1]) ? 3 : 2) : 1;
  if (levels === 1) return table;
  const header = (records[0] ?? []).map((_, column) => {
    const names = records.slice(0, levels).map((record) => record[column] ?? "");
    // The index of the rows has no name. Names of chunks are written twice, or begin with the level's.
    if (names.every((name) => name === "")) return "";
    const path = names.filter((name, at) => at === 0 || name !== names[at - 1]);
    return path[0] === "chunk" && path.at(-1)?.startsWith("chunk_") ? (path.at(-1) ?? "") : path.join("_");
  });
  return { ...table, records: [header, ...records.slice(levels)] };
}

function chunkSignals(row: Row, position: number, figures: readonly string[], arrival: Arrival): Signal[] {
  const path = `rows[${position}]`;
  const period = row.chunk_period ?? "";
  if (period === "reference")
    throw new NoSignal(
      `${path}.chunk_period`,
      "chunk is of the reference period; send result.filter(period='analysis')",
    );
  const [from, to] = [dateOf(row, "start", path, arrival), dateOf(row, "end", path, arrival)];
  const window = from !== null && to !== null && from <= to ? { from, to } : null;
  const made = figures.flatMap((figure) => figureSignals(row, figure, window, arrival));
  if (made.length > 0) return made;
  throw new NoSignal(path, `chunk ${shown(row.chunk_key)} has no value; leave it out`);
}

function figureSignals(row: Row, figure: string, window: Signal["window"], arrival: Arrival): Signal[] {
  const [first, last] = [countOf(row.chunk_start_index), countOf(row.chunk_end_index)];
  const n = first !== null && last !== null && last >= first ? { n: last - first + 1 } : {};
  const bounds = ["lower", "upper"].map((side) => numberOf(row[`${figure}_${side}_confidence_boundary`]));
  const [low, high] = bounds;
  const interval = low != null && high != null ? { interval: { low, high, level: boundaryLevel } } : {};
  const made = (value: unknown, isRealized: boolean) => {
    const number = numberOf(value);
    if (number === null) return [];
    const metric = isRealized ? `${figure}_realized` : figure;
    return [
      signalOf(
        {
          source: "nannyml",
          id: joined([arrival.run, arrival.key, row.chunk_key, metric, contentHash([row.chunk_start_date, number])]),
          format: "nannyml",
          topic: knownTopic(metric) ?? (row[`${figure}_sampling_error`] === undefined ? "drift" : "performance"),
          metric,
          // The alert is on what is estimated, or on the only figure there is.
          producerVerdict: isRealized ? null : alertOf(row[`${figure}_alert`]),
          reading: { kind: "value", value: number, ...n, ...(isRealized ? {} : interval) },
          occurredAt: window?.to ?? null,
          window,
          labels: [
            ["chunk", row.chunk_key],
            ["lowerThreshold", row[`${figure}_lower_threshold`] || undefined],
            ["upperThreshold", row[`${figure}_upper_threshold`] || undefined],
          ],
          summary: `${metric} of chunk ${row.chunk_key} is ${number}`,
        },
        arrival,
      ),
    ];
  };
  return [...made(row[`${figure}_value`], false), ...made(row[`${figure}_realized`], true)];
}

function alertOf(cell: string | undefined): Signal["producerVerdict"] {
  return cell === "True" || cell === "true" ? "breach" : cell === "False" || cell === "false" ? "ok" : null;
}

function dateOf(row: Row, side: "start" | "end", path: string, { receivedAt }: Arrival): string | null {
  const name = `chunk_${side}_date`;
  return row[name] ? readInstant(row[name], `${path}.${name}`, receivedAt) : null;
}
