import type { Reading, Signal } from "../contract/signal.ts";
import { signalTopics } from "../contract/signal-kinds.ts";
import { type Arrival, itemId } from "./arrival.ts";
import type { Content } from "./content.ts";
import { eachItem } from "./each-item.ts";
import { countOf, type Item, isItem, itemAt, member, numberOf, part, shown, textAt, textOf } from "./item.ts";
import { jsonItems } from "./json-items.ts";
import { NoSignal } from "./no-signal.ts";
import { oneLine } from "./one-line.ts";
import { readInstant } from "./read-instant.ts";
import { signalOf } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

const states = ["observed", "open", "resolved"] as const;
const verdicts = ["ok", "warning", "breach"] as const;

/** Names that are no labels. */
const ownNames = new Set(
  "metric value unit n low high level count of exposure exposureUnit at time timestamp from to source id topic state verdict summary url labels".split(
    " ",
  ),
);

/**
 * Readings in our own small shape, as rows of CSV, lines of JSON, a list, or one object: `metric` and `value`, or `count`
 * and `of`, or `count`, `exposure` and `exposureUnit`; whatever else is named is a label. See docs/guide/signals.md.
 */
export function translateReadings(content: Content, arrival: Arrival): Translation {
  const items = jsonItems(content, "readings");
  const path = content.kind === "table" ? "rows" : content.kind === "lines" ? "lines" : "readings";
  return eachItem(items, (item, position) => {
    if (item instanceof NoSignal) throw item;
    return readingSignal(item, `${path}[${position}]`, arrival);
  });
}

/** One reading; what it lacks may be known from around it. */
export function readingSignal(
  value: unknown,
  path: string,
  arrival: Arrival,
  known: {
    readonly source?: string;
    readonly id?: string;
    readonly at?: string | null;
    readonly format?: Signal["format"];
  } = {},
): Signal {
  const item = itemAt(value, path, "reading");
  const metric = textAt(item, "metric", path);
  const instantAt = (...names: string[]) => {
    const name = names.find((each) => textOf(item, each) !== null);
    return name === undefined ? null : readInstant(member(item, name), `${path}.${name}`, arrival.receivedAt);
  };
  const [from, to] = [instantAt("from"), instantAt("to")];
  if (from !== null && to !== null && from > to)
    throw new NoSignal(`${path}.to`, `to ${shown(to)} lies before from ${shown(from)}; write the earlier one first`);
  const reading = measured(item, path);
  return signalOf(
    {
      source: textOf(item, "source") ?? known.source ?? "readings",
      id: textOf(item, "id") ?? known.id ?? itemId(item, arrival),
      format: known.format ?? "readings",
      topic: choice(item, "topic", signalTopics, path),
      metric,
      state: choice(item, "state", states, path) ?? "observed",
      producerVerdict: choice(item, "verdict", verdicts, path),
      reading,
      occurredAt: instantAt("at", "time", "timestamp") ?? known.at ?? to,
      window: from !== null && to !== null ? { from, to } : null,
      labels: [
        ...Object.entries(item).filter(([name, each]) => !ownNames.has(name) && each !== ""),
        ...Object.entries(part(item, "labels")),
      ],
      summary: textOf(item, "summary") ?? `${metric} is ${wordsOf(reading)}`,
      url: textOf(item, "url"),
    },
    arrival,
  );
}

function measured(item: Item, path: string): Reading | null {
  const isThere = (name: string) => ![undefined, null, ""].includes(member(item, name) as null);
  const need = <T>(name: string, read: (value: unknown) => T | null, what: string): T => {
    const value = read(member(item, name));
    if (value !== null) return value;
    throw new NoSignal(
      `${path}.${name}`,
      `${name} ${shown(member(item, name))} is no ${what}; write ${what === "number" ? "a number" : `a ${what}`}`,
    );
  };
  if (isThere("value")) {
    const unit = textOf(item, "unit");
    const value = need("value", numberOf, "number");
    const n = isThere("n") ? { n: need("n", countOf, "whole number") } : {};
    return { kind: "value", value, ...(unit === null ? {} : { unit: oneLine(unit, 200) }), ...n, ...intervalOf() };
  }
  if (!isThere("count")) return null;
  const count = need("count", countOf, "whole number");
  if (isThere("of")) {
    const of = need("of", countOf, "whole number");
    if (of >= 1 && count <= of) return { kind: "share", count, of };
    throw new NoSignal(
      `${path}.of`,
      `count ${count} out of ${of} is no share; write of how many at least 1 and not fewer than count`,
    );
  }
  const unit = member(item, "exposureUnit");
  if (unit !== "years" && unit !== "decisions")
    throw new NoSignal(
      `${path}.exposureUnit`,
      `exposureUnit ${shown(unit)} is unknown; write years or decisions, or of how many in of`,
    );
  const amount = need("exposure", numberOf, "number");
  if (amount >= 0) return { kind: "events", count, exposure: { amount, unit } };
  throw new NoSignal(`${path}.exposure`, `exposure ${amount} is below 0; write how long was watched`);

  function intervalOf() {
    if (!isThere("low") && !isThere("high")) return {};
    const [low, high] = [need("low", numberOf, "number"), need("high", numberOf, "number")];
    const level = isThere("level") ? need("level", numberOf, "number") : 0.95;
    if (low <= high && level > 0 && level < 1) return { interval: { low, high, level } };
    throw new NoSignal(
      `${path}.low`,
      `interval from ${low} to ${high} at level ${level} is none; write low, high and a level between 0 and 1`,
    );
  }
}

function choice<T extends string>(item: Item, name: string, allowed: readonly T[], path: string): T | null {
  const value = member(item, name);
  if (value === undefined || value === null || value === "") return null;
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw new NoSignal(`${path}.${name}`, `${name} ${shown(value)} is unknown; write one of ${allowed.join(", ")}`);
}

function wordsOf(reading: Reading | null): string {
  if (reading === null) return "reported";
  if (reading.kind === "value") return `${reading.value}${reading.unit === undefined ? "" : ` ${reading.unit}`}`;
  if (reading.kind === "share") return `${reading.count} of ${reading.of}`;
  return `${reading.count} in ${reading.exposure.amount} ${reading.exposure.unit}`;
}

/** Whether an object looks like one of ours. */
export function looksLikeReading(value: unknown): boolean {
  return isItem(value) && typeof member(value, "metric") === "string" && !Object.hasOwn(value, "result");
}
