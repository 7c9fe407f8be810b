/** Whose writing a payload is. Apart from the signal's schema, so that the page need not carry that. */
export const signalFormats = [
  "cloudevents",
  "alertmanager",
  "grafana",
  "evidently",
  "evidently-legacy",
  "mlflow",
  "nannyml",
  "fairlearn",
  "aequitas",
  "plimsoll-audit",
  "incident-report",
  "ai-incident-database",
  "oscal",
  "otlp-logs",
  "readings",
] as const;

/** What a signal speaks of. */
export const signalTopics = [
  "performance",
  "data-quality",
  "drift",
  "fairness",
  "evaluation",
  "incident",
  "compliance",
  "security",
  "change",
  "operation",
  "other",
] as const;
