import type { Signal } from "../contract/signal.ts";
import { type Arrival, joined, reportId } from "./arrival.ts";
import { eachItem } from "./each-item.ts";
import { evidentlyTestVerdict, worstVerdict } from "./evidently-verdict.ts";
import { type Item, isItem, itemAt, list, member, numberOf, part, shown, textOf } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { shareReading, signalOf, valueReading } from "./signal-of.ts";
import { knownTopic } from "./topic-of.ts";
import type { Translation } from "./translation.ts";

/**
 * A report of Evidently 0.7: each metric is a signal for each of its values, with the verdict of the tests on that value;
 * a test whose metric is not in the report is a signal of its own. Whether a value is bad only its tests say: a small
 * p-value and a large distance both mean drift.
 *
 * The report has neither an identity nor a time: state `run` and `at` beside it.
 */
export function translateEvidently(payload: Item, arrival: Arrival): Translation {
  const metrics = list(payload, "metrics");
  const tests = list(payload, "tests");
  const report = reportId([...metrics, ...tests], arrival);
  const known = new Set(metrics.filter(isItem).map((metric) => textOf(metric, "id")));
  const testsOf = new Map<string | null, Item[]>();
  for (const test of tests.filter(isItem)) testsOf.set(metricOf(test), [...(testsOf.get(metricOf(test)) ?? []), test]);
  const items = [...metrics, ...tests];
  return eachItem(items, (item, position) => {
    if (position < metrics.length) {
      const metric = itemAt(item, `metrics[${position}]`, "metric");
      return metricSignals(metric, position, testsOf.get(textOf(metric, "id")) ?? [], report, arrival);
    }
    const path = `tests[${position - metrics.length}]`;
    const test = itemAt(item, path, "test");
    const metric = metricOf(test);
    return metric !== null && known.has(metric) ? [] : testSignal(test, path, report, arrival);
  });
}

const mostValues = 2000;

/** Id of the metric that a test is about. */
function metricOf(test: Item): string | null {
  return textOf(part(test, "metric_config"), "metric_id") ?? textOf(part(test, "bound_test"), "metric_fingerprint");
}

/** One of the values of a metric: its name after the metric's, what it is of, and which tests are about it. */
interface MetricValue {
  readonly suffix: string;
  readonly label: string | null;
  readonly reading: Signal["reading"];
  readonly isTested: (bound: Item) => boolean;
}

function metricSignals(
  metric: Item,
  position: number,
  tests: readonly Item[],
  report: string,
  arrival: Arrival,
): Signal[] {
  const written = textOf(metric, "metric_name") ?? "";
  const name = /^[^(]+/.exec(written)?.[0] ?? "metric";
  const values = valuesOf(member(metric, "value"));
  if (values.length === 0) {
    const value = shown(member(metric, "value"));
    throw new NoSignal(
      `metrics[${position}].value`,
      `value ${value} of ${name} holds no number; leave the metric out of the report`,
    );
  }
  if (values.length > mostValues)
    throw new NoSignal(
      `metrics[${position}].value`,
      `value of ${name} holds ${values.length} numbers; leave the metric out of the report`,
    );
  return values.map(({ suffix, label, reading, isTested }) => {
    const own = tests.filter((test) => isTested(part(test, "bound_test")));
    const verdict = worstVerdict(own.map(evidentlyTestVerdict));
    // Of several tests that say the worst, the first by its words, whatever their order.
    const [said] = own
      .filter((test) => evidentlyTestVerdict(test) === verdict)
      .flatMap((test) => textOf(test, "description") ?? [])
      .sort();
    return signalOf(
      {
        source: "evidently",
        id: joined([report, textOf(metric, "id") ?? written, suffix, label]),
        format: "evidently",
        topic: knownTopic(name) ?? "data-quality",
        metric: suffix === "" ? name : `${name}.${suffix}`,
        producerVerdict: verdict,
        reading,
        labels: [...Object.entries(part(metric, "config")).filter(([key]) => key !== "type"), ["label", label]],
        summary: said ?? `${written} is ${numbersOf(reading)}`,
      },
      arrival,
    );
  });
}

/** A number; `{ count, share }`; `{ mean, std }`; numbers by label; or `{ counts, shares }` by label. */
function valuesOf(value: unknown): MetricValue[] {
  const number = numberOf(value);
  if (number !== null) return [{ suffix: "", label: null, reading: valueReading(number), isTested: () => true }];
  if (!isItem(value)) return [];
  if (isItem(member(value, "counts")) && isItem(member(value, "shares"))) {
    const [counts, shares] = [part(value, "counts"), part(value, "shares")];
    return Object.keys(counts).flatMap((label) => counted(member(counts, label), member(shares, label), label));
  }
  if (Object.hasOwn(value, "count") && Object.hasOwn(value, "share"))
    return counted(member(value, "count"), member(value, "share"), null);
  const isMoments = Object.hasOwn(value, "mean") && Object.hasOwn(value, "std");
  return Object.entries(value).flatMap(([key, each]): MetricValue[] => {
    const reading = valueReading(each);
    if (reading === null) return [];
    if (!isMoments) return [{ suffix: "", label: key, reading, isTested: (bound) => labelOf(bound) === key }];
    return [{ suffix: key, label: null, reading, isTested: (bound) => member(bound, "is_mean") === (key === "mean") }];
  });
}

/** The label a test is about; a class may be a number or a truth value. */
function labelOf(bound: Item): string | null {
  const label = member(bound, "label");
  return isItem(label) || Array.isArray(label) ? null : String(label);
}

/** `count` out of as many as its share says; where there are none, nobody knows out of how many. */
function counted(count: unknown, share: unknown, label: string | null): MetricValue[] {
  const [k, rate] = [numberOf(count), numberOf(share)];
  if (rate === null || k === null) return [];
  const of = rate > 0 ? Math.round(k / rate) : 0;
  const isExact = Number.isInteger(k) && of >= k && Math.abs(k / of - rate) < 1e-9;
  const reading = (isExact ? shareReading(k, of) : null) ?? valueReading(rate, { unit: "share" });
  return [{ suffix: "", label, reading, isTested: (bound) => label === null || labelOf(bound) === label }];
}

function testSignal(test: Item, path: string, report: string, arrival: Arrival): Signal {
  const name = textOf(test, "name");
  if (name === null) throw new NoSignal(`${path}.name`, "test has no name; send what Evidently's json() writes");
  return signalOf(
    {
      source: "evidently",
      id: joined([report, metricOf(test) ?? name, textOf(test, "id")]),
      format: "evidently",
      topic: null,
      metric: name,
      producerVerdict: evidentlyTestVerdict(test),
      labels: Object.entries(part(part(test, "metric_config"), "params")).filter(([key]) => key !== "type"),
      summary: textOf(test, "description") ?? name,
    },
    arrival,
  );
}

function numbersOf(reading: Signal["reading"]): string {
  if (reading?.kind === "share") return `${reading.count} of ${reading.of}`;
  return reading?.kind === "value" ? String(reading.value) : "unknown";
}
