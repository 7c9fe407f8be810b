import { type IncidentReport, incidentReport } from "../contract/incident-report.ts";
import type { Signal } from "../contract/signal.ts";
import { type Arrival, itemId } from "./arrival.ts";
import type { Content } from "./content.ts";
import { eachItem } from "./each-item.ts";
import { jsonItems } from "./json-items.ts";
import { NoSignal } from "./no-signal.ts";
import { readInstant } from "./read-instant.ts";
import { checked } from "./schema-refusal.ts";
import { signalOf } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

/**
 * Incident reports of our own shape: one object, a list, or one a line. Identity is the report's id, else its content
 * without the status; while it is open its signal is, and closing it resolves that.
 */
export function translateIncidentReports(content: Content, arrival: Arrival): Translation {
  return eachItem(jsonItems(content, "incidents"), (item, position) => {
    if (item instanceof NoSignal) throw item;
    const path = `incidents[${position}]`;
    return incidentSignal(
      checked(incidentReport, item, path, "see incident reports in the guide of signals"),
      item,
      path,
      arrival,
    );
  });
}

function incidentSignal(report: IncidentReport, item: unknown, path: string, arrival: Arrival): Signal {
  const at = (name: "occurredAt" | "endedAt" | "awareAt") =>
    report[name] === undefined ? null : readInstant(report[name], `${path}.${name}`, arrival.receivedAt);
  const [from, to] = [at("occurredAt"), at("endedAt")];
  const isClosed = report.status === "closed";
  const { status: _, ...lasting } =
    typeof item === "object" && item !== null ? { status: null, ...item } : { status: null };
  return signalOf(
    {
      source: "incident-report",
      id: report.id ?? itemId(lasting, arrival),
      format: "incident-report",
      topic: "incident",
      metric: report.kind,
      state: isClosed ? "resolved" : "open",
      occurredAt: isClosed && to !== null ? to : from,
      window: from !== null && to !== null && from <= to ? { from, to } : null,
      reading: null,
      labels: [
        ["system", report.system],
        ["model", report.model],
        ["version", report.version],
        ["environment", report.environment],
        ["risk", report.risk],
        ["kind", report.kind],
        ["seriousness", report.seriousness],
        ["began", from],
        ["aware", at("awareAt")],
        ["peopleAffected", report.peopleAffected],
        ["loss", report.loss?.amount],
        ["currency", report.loss?.currency],
        ["cause", report.cause],
        ["lesson", report.lesson],
      ],
      summary: report.title,
      url: report.url ?? null,
    },
    arrival,
  );
}
