import type { SignalFormat } from "../contract/signal.ts";
import { signalFormats } from "../contract/signal-kinds.ts";
import { isBinaryCloudEvent } from "./cloudevents.ts";
import type { Content } from "./content.ts";
import { type Item, isItem, list, member, part } from "./item.ts";
import { looksLikeReading } from "./readings.ts";

/** What is known of a payload beside its content. */
export interface Recognisable {
  readonly name: string;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Formats of one producer or shape, sent to one address: which it is the content says. */
const families: readonly (readonly SignalFormat[])[] = [
  ["evidently", "evidently-legacy"],
  ["alertmanager", "grafana"],
];

/** Whose writing a payload is: what was said, else headers, path and shape; null where nobody knows. */
export function recognise(content: Content, about: Recognisable, said?: SignalFormat): SignalFormat | null {
  if (isBinaryCloudEvent(about.headers) || /^application\/cloudevents/.test(about.contentType ?? ""))
    return "cloudevents";
  const shape = formatOfContent(content);
  const named = said ?? formatOfPath(about.name);
  if (named === null || shape === "cloudevents") return shape;
  const family = families.find((each) => each.includes(named)) ?? [named];
  return shape !== null && family.includes(shape) ? shape : named;
}

/** `/v1/signals/alertmanager` and `alertmanager.json` alike. */
export function formatOfPath(name: string): SignalFormat | null {
  const address = /\/signals\/([a-z-]+)\/?$/.exec(name)?.[1];
  return signalFormats.find((format) => format === address) ?? null;
}

/** By its shape alone. */
export function formatOfContent(content: Content): SignalFormat | null {
  switch (content.kind) {
    case "table":
      return formatOfTable(content.table.records);
    case "lines": {
      const first = content.lines.find((line) => "value" in line);
      return first === undefined ? null : formatOfValue(first.value);
    }
    case "json":
      return formatOfValue(Array.isArray(content.value) ? content.value[0] : content.value);
  }
}

const shapes: readonly (readonly [SignalFormat, (item: Item) => boolean])[] = [
  ["cloudevents", (item) => has(item, "specversion")],
  ["grafana", (item) => has(item, "alerts") && has(item, "orgId")],
  ["alertmanager", (item) => has(item, "alerts") && (has(item, "groupKey") || member(item, "version") === "4")],
  ["mlflow", (item) => has(item, "entity") && has(item, "action")],
  ["oscal", (item) => has(item, "assessment-results")],
  ["otlp-logs", (item) => has(item, "resourceLogs")],
  ["plimsoll-audit", (item) => has(item, "countsHash") && has(item, "verdicts")],
  ["evidently-legacy", isLegacyReport],
  ["evidently", (item) => [...list(item, "metrics"), ...list(item, "tests")].some(isReportPart)],
  [
    "incident-report",
    (item) => has(item, "incidents") || (has(item, "title") && has(item, "kind") && has(item, "occurredAt")),
  ],
  ["readings", (item) => looksLikeReading(item) || has(item, "readings")],
];

function formatOfValue(value: unknown): SignalFormat | null {
  if (!isItem(value)) return null;
  return shapes.find(([, isOne]) => isOne(value))?.[0] ?? null;
}

function isLegacyReport(item: Item): boolean {
  const isResult = (each: unknown) => isItem(each) && has(each, "metric") && has(each, "result");
  const isTest = (each: unknown) => isItem(each) && has(each, "status") && has(each, "parameters");
  return (
    list(item, "metrics").some(isResult) || list(item, "tests").some(isTest) || has(part(item, "summary"), "all_passed")
  );
}

function isReportPart(each: unknown): boolean {
  return isItem(each) && (has(each, "metric_name") || has(each, "metric_config"));
}

function formatOfTable(records: readonly (readonly string[])[]): SignalFormat | null {
  const header = new Set((records[0] ?? []).map((name) => name.trim()));
  if (
    header.has("chunk_key") ||
    (header.has("chunk") && records[1]?.includes("key")) ||
    (header.has("chunk") && records[2]?.includes("key"))
  )
    return "nannyml";
  if (header.has("attribute_name") && header.has("attribute_value")) return "aequitas";
  if (header.has("incident_id") && header.has("title")) return "ai-incident-database";
  if (header.has("metric")) return "readings";
  return header.has("count") ? "fairlearn" : null;
}

function has(item: Item, name: string): boolean {
  return Object.hasOwn(item, name);
}
