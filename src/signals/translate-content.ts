import type { SignalFormat } from "../contract/signal.ts";
import { translateAequitas } from "./aequitas.ts";
import { translateAiIncidentDatabase } from "./ai-incident-database.ts";
import { translateAlertmanager } from "./alertmanager.ts";
import type { Arrival } from "./arrival.ts";
import { translateCloudEvents } from "./cloudevents.ts";
import type { Content } from "./content.ts";
import { eachPart, nothingBut } from "./each-item.ts";
import { translateEvidently } from "./evidently.ts";
import { translateEvidentlyLegacy } from "./evidently-legacy.ts";
import { translateFairlearn } from "./fairlearn.ts";
import { translateGrafana } from "./grafana.ts";
import { translateIncidentReports } from "./incident-report.ts";
import { type Item, itemAt } from "./item.ts";
import { jsonItems } from "./json-items.ts";
import { translateMlflow } from "./mlflow.ts";
import { translateNannyml } from "./nannyml.ts";
import { NoSignal } from "./no-signal.ts";
import { translateOscal } from "./oscal.ts";
import { translateOtlpLogs } from "./otlp-logs.ts";
import { translatePlimsollAudit } from "./plimsoll-audit.ts";
import { translateReadings } from "./readings.ts";
import { formatOfContent } from "./recognise.ts";
import type { Translation } from "./translation.ts";

type TranslateContent = (content: Content, arrival: Arrival) => Translation;

const translators: Readonly<Record<SignalFormat, TranslateContent>> = {
  cloudevents: (content, arrival) => translateCloudEvents(content, arrival, translateData),
  alertmanager: eachDocument(translateAlertmanager),
  grafana: eachDocument(translateGrafana),
  evidently: eachDocument(translateEvidently),
  "evidently-legacy": eachDocument(translateEvidentlyLegacy),
  mlflow: eachDocument(translateMlflow),
  nannyml: translateNannyml,
  fairlearn: translateFairlearn,
  aequitas: translateAequitas,
  "plimsoll-audit": eachDocument(translatePlimsollAudit),
  "incident-report": translateIncidentReports,
  "ai-incident-database": translateAiIncidentDatabase,
  oscal: eachDocument(translateOscal),
  "otlp-logs": eachDocument(translateOtlpLogs),
  readings: translateReadings,
};

/** Translates a content of a known format; what is nothing as a whole is one refusal. */
export function translateContent(content: Content, format: SignalFormat, arrival: Arrival): Translation {
  try {
    return translators[format](content, arrival);
  } catch (error) {
    return nothingBut(error);
  }
}

/** Whatever an event carries, but another event, and MLflow's webhooks, which only their own signature vouches for. */
function translateData(data: Content, arrival: Arrival): Translation | null {
  const format = formatOfContent(data);
  if (format === null || format === "cloudevents" || format === "mlflow") return null;
  return translateContent(data, format, arrival);
}

/** Where a producer writes one object, a file may hold several: as a list, or one a line. Their position is then theirs. */
function eachDocument(translateOne: (document: Item, arrival: Arrival) => Translation): TranslateContent {
  return (content, arrival) => {
    if (content.kind === "table")
      throw new NoSignal("", "payload is a table and not JSON; send the producer's own body");
    if (content.kind === "json" && !Array.isArray(content.value))
      return translateOne(itemAt(content.value, "", "payload"), arrival);
    return eachPart(jsonItems(content, ""), (document, position) => {
      if (document instanceof NoSignal) throw document;
      const { signals, refused } = translateOne(itemAt(document, `[${position}]`, "payload"), arrival);
      return {
        signals: signals.map(({ signal }) => ({ position, signal })),
        refused: refused.map((each) => ({ ...each, position, path: `[${position}].${each.path}` })),
      };
    });
  };
}
