import type { Reading, Signal, SignalFormat } from "../../contract/signal.ts";
import { formatNumber, formatPercent, formatQuantity, plural } from "./format-number.ts";
import type { MarkKind } from "./mark-kind.ts";

/** Who writes a format, as people call it. */
export const formatNames: Readonly<Record<SignalFormat, string>> = {
  cloudevents: "CloudEvents",
  alertmanager: "Alertmanager",
  grafana: "Grafana",
  evidently: "Evidently",
  "evidently-legacy": "Evidently before 0.7",
  mlflow: "MLflow",
  nannyml: "NannyML",
  fairlearn: "Fairlearn",
  aequitas: "Aequitas",
  "plimsoll-audit": "Plimsoll audit",
  "incident-report": "Incident report",
  "ai-incident-database": "AI Incident Database",
  oscal: "OSCAL assessment",
  "otlp-logs": "OpenTelemetry",
  readings: "Plain readings",
};

export const topicNames: Readonly<Record<Signal["topic"], string>> = {
  performance: "Performance",
  "data-quality": "Data quality",
  drift: "Drift",
  fairness: "Fairness",
  evaluation: "Evaluation",
  incident: "Incident",
  compliance: "Compliance",
  security: "Security",
  change: "Change",
  operation: "Operation",
  other: "Other",
};

/** What its producer thinks of a signal, as a mark and a word; null where it thinks nothing. */
export function producerVerdictWords(
  verdict: Signal["producerVerdict"],
): { readonly kind: MarkKind; readonly word: string } | null {
  if (verdict === "ok") return { kind: "ok", word: "fine" };
  if (verdict === "warning") return { kind: "warning", word: "a warning" };
  return verdict === "breach" ? { kind: "breach", word: "over its limit" } : null;
}

/** A reading as it is said in a row: "0.71", "31 of 4,200, 0.7 %", "3 events in 0.25 years"; "" without a number. */
export function readingWords(reading: Reading | null): string {
  if (reading === null) return "";
  if (reading.kind === "share") {
    return `${formatNumber(reading.count)} of ${formatNumber(reading.of)}, ${formatPercent(reading.count / reading.of)}`;
  }
  if (reading.kind === "events") {
    const { amount, unit } = reading.exposure;
    return `${formatNumber(reading.count)} ${plural("event", reading.count)} in ${formatQuantity(amount)} ${unit}`;
  }
  const { value, unit, interval, n } = reading;
  const range = interval ? `, ${formatReading(interval.low)} to ${formatReading(interval.high)}` : "";
  const cases = n === undefined ? "" : `, n ${formatNumber(n)}`;
  return `${formatReading(value)}${unit === undefined ? "" : ` ${unit}`}${range}${cases}`;
}

/** Four digits that carry, or all of a whole number: a threshold is often told apart by the third. */
function formatReading(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return String(Number(value.toPrecision(4)));
  if (size >= 1000) return formatNumber(value);
  const [, fraction = ""] = value.toPrecision(4).split(".") as [string, string?];
  return formatNumber(value, fraction.replace(/0+$/, "").length);
}
