import type { Signal } from "../contract/signal.ts";
import { type Arrival, joined, reportId } from "./arrival.ts";
import { contentHash } from "./content-hash.ts";
import { eachItem } from "./each-item.ts";
import { evidentlyTestVerdict } from "./evidently-verdict.ts";
import { type Item, isItem, itemAt, list, member, numberOf, part, textAt, textOf } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { readInstant } from "./read-instant.ts";
import { signalOf, valueReading } from "./signal-of.ts";
import { topicOf } from "./topic-of.ts";
import type { Translation } from "./translation.ts";

/**
 * Evidently up to 0.6. Of a test suite each test is a signal with its verdict; of a report each number of a metric's result
 * is one, from the data under test and not from the reference. A drift table is a signal a column. The `timestamp` has no
 * zone and is taken as UTC.
 */
export function translateEvidentlyLegacy(payload: Item, arrival: Arrival): Translation {
  const [metrics, tests] = [list(payload, "metrics"), list(payload, "tests")];
  const items = [...metrics, ...tests];
  const written = textOf(payload, "timestamp");
  const at = arrival.at ?? (written === null ? null : readInstant(written, "timestamp", arrival.receivedAt));
  const about: About = { report: reportId(items, { ...arrival, at }), at, arrival };
  return eachItem(items, (item, position) =>
    position < metrics.length
      ? resultSignals(itemAt(item, `metrics[${position}]`, "metric"), `metrics[${position}]`, about)
      : testSignal(
          itemAt(item, `tests[${position - metrics.length}]`, "test"),
          `tests[${position - metrics.length}]`,
          about,
        ),
  );
}

const mostValues = 2000;

interface About {
  readonly report: string;
  readonly at: string | null;
  readonly arrival: Arrival;
}

function testSignal(test: Item, path: string, { report, at, arrival }: About): Signal {
  const name = textAt(test, "name", path);
  const { condition, ...parameters } = part(test, "parameters");
  return signalOf(
    {
      source: "evidently",
      // Parameters tell tests of one name apart; their figures are in the description too.
      id: `${report}/${name}/${contentHash(test)}`,
      format: "evidently-legacy",
      topic: topicOf(`${name} ${textOf(test, "group") ?? ""}`),
      metric: name,
      producerVerdict: evidentlyTestVerdict(test),
      reading: valueReading(member(parameters, "value") ?? member(parameters, "score")),
      occurredAt: at,
      labels: [
        ["group", textOf(test, "group")],
        ...Object.entries(isItem(condition) ? condition : {}),
        ...Object.entries(parameters),
        ["column", member(parameters, "column_name")],
      ],
      summary: (textOf(test, "description") ?? name).replaceAll("**", ""),
    },
    arrival,
  );
}

function resultSignals(metric: Item, path: string, { report, at, arrival }: About): Signal[] {
  const name = textAt(metric, "metric", path);
  const result = part(metric, "result");
  const column = textOf(result, "column_name");
  const current = [part(result, "current"), part(result, "current_characteristics")].find(
    (each) => Object.keys(each).length > 0,
  );
  const made = [
    ...numbersIn(result, name, column),
    ...numbersIn(current ?? {}, name, column),
    ...driftOf(result, name),
  ];
  if (made.length === 0)
    throw new NoSignal(`${path}.result`, `result of ${name} holds no number; leave the metric out of the report`);
  if (made.length > mostValues)
    throw new NoSignal(
      `${path}.result`,
      `result of ${name} holds ${made.length} numbers; leave the metric out of the report`,
    );
  return made.map(({ about, value, verdict, labels }) =>
    signalOf(
      {
        source: "evidently",
        id: `${report}/${joined([about, ...labels.map(([, each]) => each)])}`,
        format: "evidently-legacy",
        topic: null,
        metric: about,
        producerVerdict: verdict,
        reading: valueReading(value),
        occurredAt: at,
        labels,
        summary: `${about}${column === null ? "" : ` of ${column}`} is ${value}`,
      },
      arrival,
    ),
  );
}

interface Found {
  readonly about: string;
  readonly value: number;
  readonly verdict: Signal["producerVerdict"];
  readonly labels: readonly (readonly [string, string])[];
}

function numbersIn(result: Item, name: string, column: string | null): Found[] {
  // Evidently's own word on a whole set of columns.
  const drift = member(result, "dataset_drift");
  return Object.entries(result).flatMap(([key, each]): Found[] => {
    const value = typeof each === "number" ? numberOf(each) : null;
    if (value === null) return [];
    const verdict = key === "share_of_drifted_columns" && typeof drift === "boolean" ? (drift ? "breach" : "ok") : null;
    return [{ about: `${name}.${key}`, value, verdict, labels: column === null ? [] : [["column", column]] }];
  });
}

function driftOf(result: Item, name: string): Found[] {
  return Object.entries(part(result, "drift_by_columns")).flatMap(([column, each]): Found[] => {
    if (!isItem(each)) return [];
    const value = numberOf(member(each, "drift_score"));
    const detected = member(each, "drift_detected");
    if (value === null) return [];
    const verdict = typeof detected === "boolean" ? (detected ? "breach" : "ok") : null;
    const labels = [
      ["column", column],
      ["method", textOf(each, "stattest_name") ?? ""],
    ] as const;
    return [{ about: `${name}.drift_score`, value, verdict, labels }];
  });
}
