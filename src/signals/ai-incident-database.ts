import type { Signal } from "../contract/signal.ts";
import type { Arrival } from "./arrival.ts";
import type { Content } from "./content.ts";
import { eachItem } from "./each-item.ts";
import { NoSignal } from "./no-signal.ts";
import { readInstant } from "./read-instant.ts";
import { signalOf } from "./signal-of.ts";
import { type Row, tableOf, tableRows, wholeRow } from "./table-rows.ts";
import type { Translation } from "./translation.ts";

const parties: readonly (readonly [string, string])[] = [
  ["Alleged deployer of AI system", "deployer"],
  ["Alleged developer of AI system", "developer"],
  ["Alleged harmed or nearly harmed parties", "harmed"],
];

/** `incidents.csv` of the AI Incident Database: an incident elsewhere, under the number it has there. */
export function translateAiIncidentDatabase(content: Content, arrival: Arrival): Translation {
  const { header, rows } = tableRows(tableOf(content, "the AI Incident Database"));
  for (const name of ["incident_id", "title", "date"])
    if (!header.includes(name))
      throw new NoSignal("header", `table has no column ${name}; send incidents.csv of the AI Incident Database`);
  return eachItem(rows, (row, position) => incidentSignal(wholeRow(row), position, arrival));
}

function incidentSignal(row: Row, position: number, arrival: Arrival): Signal {
  const id = row.incident_id?.trim() ?? "";
  if (!/^\d{1,9}$/.test(id))
    throw new NoSignal(
      `rows[${position}].incident_id`,
      `incident_id ${JSON.stringify(id.slice(0, 60))} is no number; send the row as it was`,
    );
  return signalOf(
    {
      source: "ai-incident-database",
      id,
      format: "ai-incident-database",
      topic: "incident",
      metric: null,
      occurredAt: readInstant(row.date, `rows[${position}].date`, arrival.receivedAt),
      labels: parties.map(([column, label]) => [label, slugs(row[column])] as const),
      summary: row.title?.trim() || row.description || `incident ${id}`,
      url: `https://incidentdatabase.ai/cite/${id}`,
    },
    arrival,
  );
}

/** `["openai","meta"]` as `openai, meta`. */
function slugs(cell: string | undefined): string | undefined {
  const found = [...(cell ?? "").matchAll(/[^\s"'[\],]+/g)].map(([slug]) => slug);
  return found.length === 0 ? undefined : found.join(", ");
}
