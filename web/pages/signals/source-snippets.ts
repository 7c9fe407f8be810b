import type { SignalFormat } from "../../../src/contract/signal.ts";

/** How a tool is pointed at the register. */
export interface SourceSnippet {
  readonly format: SignalFormat;
  /** Where the lines go. */
  readonly where: string;
  readonly lines: (origin: string) => string;
}

const post = (origin: string, format: SignalFormat, type: string, file: string) =>
  `curl -H 'content-type: ${type}' --data-binary @${file} ${origin}/v1/signals/${format}`;

/** Tools in the order in which teams have them. */
export const sourceSnippets: readonly SourceSnippet[] = [
  {
    format: "alertmanager",
    where: "alertmanager.yml",
    lines: (origin) => `route:
  receiver: plimsoll
receivers:
  - name: plimsoll
    webhook_configs:
      - url: ${origin}/v1/signals/alertmanager
        send_resolved: true`,
  },
  {
    format: "grafana",
    where: "a provisioned contact point of alerting",
    lines: (origin) => `apiVersion: 1
contactPoints:
  - orgId: 1
    name: plimsoll
    receivers:
      - uid: plimsoll
        type: webhook
        settings:
          url: ${origin}/v1/signals/grafana`,
  },
  {
    format: "evidently",
    where: "after a report has run, in Python",
    lines: (origin) => `snapshot = report.run(current, reference)
requests.post("${origin}/v1/signals/evidently?source=churn-monitor",
              data=snapshot.json(), headers={"content-type": "application/json"})`,
  },
  {
    format: "mlflow",
    where: "once, in Python",
    lines: (origin) => `MlflowClient().create_webhook(
    name="plimsoll", url="${origin}/v1/signals/mlflow",
    events=["model_version_alias.created", "model_version.created"])`,
  },
  {
    format: "nannyml",
    where: "after an estimate, in Python and a shell",
    lines: (origin) => `results.filter(period="analysis").to_df(multilevel=False).to_csv("nannyml.csv")
# ${post(origin, "nannyml", "text/csv", "nannyml.csv")}`,
  },
  {
    format: "fairlearn",
    where: "after a metric frame, in Python and a shell",
    lines: (origin) => `frame.by_group.to_csv("by-group.csv")
# ${post(origin, "fairlearn", "text/csv", "by-group.csv")}`,
  },
  {
    format: "aequitas",
    where: "after a crosstab, in Python and a shell",
    lines: (origin) => `crosstab.to_csv("crosstab.csv", index=False)
# ${post(origin, "aequitas", "text/csv", "crosstab.csv")}`,
  },
  {
    format: "otlp-logs",
    where: "the environment of an application with OpenTelemetry",
    lines: (origin) => `OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=${origin}/v1/signals/otlp-logs
OTEL_EXPORTER_OTLP_LOGS_PROTOCOL=http/json`,
  },
  {
    format: "cloudevents",
    where: "a shell",
    lines: (origin) => `curl ${origin}/v1/signals \\
  -H 'content-type: application/cloudevents+json' -d '{"specversion":"1.0","type":"performance",
  "source":"churn-monitor","id":"2026-11-21","time":"2026-11-21T09:00:00Z","subject":"model/churn/12",
  "data":{"metric":"f1","value":0.71}}'`,
  },
  {
    format: "readings",
    where: "a shell; a line of the file is metric, value, time and whatever labels",
    lines: (origin) => post(origin, "readings", "text/csv", "readings.csv"),
  },
  {
    format: "incident-report",
    where: "a shell",
    lines: (origin) => post(origin, "incident-report", "application/json", "incident.json"),
  },
];
