import type { Reading, Signal } from "../contract/signal.ts";
import type { Arrival } from "./arrival.ts";
import { contentHash } from "./content-hash.ts";
import { eachItem } from "./each-item.ts";
import { countOf, type Item, itemAt, member, part, shown, textAt, textOf } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { oneLine } from "./one-line.ts";
import { instantMs, readInstant } from "./read-instant.ts";
import { signalOf, valueReading } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

/** Who groups and sends alerts: Alertmanager, or Grafana after its example. */
export interface AlertSender {
  readonly format: "alertmanager" | "grafana";
  readonly source: string;
  /** The measured value of an alert, where its annotations name none. */
  readonly reading: (alert: Item) => Reading | null;
  readonly url: (alert: Item) => string | null;
  /** More of what the sender says. */
  readonly labels: (alert: Item) => Iterable<readonly [string, unknown]>;
}

/** A signal for each alert; those that the sender left out of a group are refused, for they are not there. */
export function translateAlerts(payload: Item, sender: AlertSender, arrival: Arrival): Translation {
  const alerts = member(payload, "alerts");
  if (!Array.isArray(alerts))
    throw new NoSignal("alerts", `alerts ${shown(alerts)} is no list; send the webhook's own body`);
  const { signals, refused } = eachItem(alerts, (alert, position) => alertSignal(alert, position, sender, arrival));
  const left = countOf(member(payload, "truncatedAlerts")) ?? 0;
  if (left === 0) return { signals, refused };
  const message = `${left} alerts of the group were left out by their sender; set max_alerts to 0`;
  return { signals, refused: [...refused, { position: alerts.length, path: "truncatedAlerts", message }] };
}

/** One alert. Its labels are the signal's; annotations `metric`, `value`, `unit` and `n` give the reading. */
function alertSignal(value: unknown, position: number, sender: AlertSender, arrival: Arrival): Signal {
  const path = `alerts[${position}]`;
  const alert = itemAt(value, path, "alert");
  const labels = part(alert, "labels");
  const annotations = part(alert, "annotations");
  const name = textOf(labels, "alertname");
  const status = statusOf(alert, path, arrival.receivedAt);
  const startsAt = readInstant(textAt(alert, "startsAt", path), `${path}.startsAt`, arrival.receivedAt);
  const metric = textOf(annotations, "metric") ?? textOf(labels, "metric") ?? name;
  return signalOf(
    {
      source: sender.source,
      id: `${textOf(alert, "fingerprint") ?? contentHash(labels)}/${startsAt}`,
      format: sender.format,
      topic: null,
      metric,
      state: status.state,
      producerVerdict: status.state === "resolved" ? "ok" : severityOf(labels),
      // A resolved alert still carries the annotations of when it last fired.
      reading: status.state === "resolved" ? null : (annotated(annotations) ?? sender.reading(alert)),
      occurredAt: status.endsAt ?? startsAt,
      labels: [...Object.entries(labels), ...sender.labels(alert)],
      summary:
        textOf(annotations, "summary") ??
        textOf(annotations, "description") ??
        textOf(annotations, "message") ??
        name ??
        "alert",
      url: sender.url(alert),
    },
    arrival,
  );
}

function annotated(annotations: Item): Reading | null {
  const unit = textOf(annotations, "unit");
  const n = countOf(member(annotations, "n"));
  return valueReading(member(annotations, "value"), {
    ...(unit === null ? {} : { unit: oneLine(unit, 200) }),
    ...(n === null ? {} : { n }),
  });
}

/** An end in year 1 is none yet. */
function statusOf(
  alert: Item,
  path: string,
  receivedAt: string,
): { state: "open" | "resolved"; endsAt: string | null } {
  const status = textAt(alert, "status", path);
  if (status === "firing") return { state: "open", endsAt: null };
  if (status !== "resolved")
    throw new NoSignal(`${path}.status`, `status ${shown(status)} is unknown; send firing or resolved`);
  const endsAt = textOf(alert, "endsAt");
  const isOpen = endsAt === null || (instantMs(endsAt.trim()) ?? 0) < Date.UTC(1900, 0, 1);
  return { state: "resolved", endsAt: isOpen ? receivedAt : readInstant(endsAt, `${path}.endsAt`, receivedAt) };
}

/** That it fires is its producer's breach, unless its severity says that it is less. */
function severityOf(labels: Item): "warning" | "breach" {
  const severity = (textOf(labels, "severity") ?? textOf(labels, "priority") ?? "").toLowerCase();
  return /^(warn|warning|minor|info|informational|notice|low|none|ticket|debug|p[345])$/.test(severity)
    ? "warning"
    : "breach";
}
