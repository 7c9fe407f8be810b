import { expect, test } from "vitest";
import type { SignalFormat } from "../contract/signal.ts";
import { readContent } from "./read-content.ts";
import { recognise } from "./recognise.ts";

const recognised = (text: string, name = "payload", headers: Record<string, string> = {}, said?: SignalFormat) =>
  recognise(readContent(text, null).content, { name, contentType: null, headers }, said);

test.each<[string, SignalFormat | null]>([
  ['{"specversion":"1.0"}', "cloudevents"],
  ['[{"specversion":"1.0"}]', "cloudevents"],
  ['{"specversion":"1.0"}\n{"specversion":"1.0"}', "cloudevents"],
  ['{"version":"4","alerts":[]}', "alertmanager"],
  ['{"groupKey":"{}","alerts":[],"orgId":1}', "grafana"],
  ['{"entity":"model_version","action":"created"}', "mlflow"],
  ['{"metrics":[{"metric":"A","result":{}}]}', "evidently-legacy"],
  ['{"metrics":[],"tests":[{"status":"FAIL","parameters":{}}]}', "evidently-legacy"],
  ['{"metrics":[{"metric_name":"A()","value":1}],"tests":[]}', "evidently"],
  ['{"assessment-results":{}}', "oscal"],
  ['{"resourceLogs":[]}', "otlp-logs"],
  ['{"countsHash":"","verdicts":[]}', "plimsoll-audit"],
  ['{"title":"a","kind":"loss","occurredAt":"2026-01-01T00:00:00Z"}', "incident-report"],
  ['{"metric":"f1"}', "readings"],
  ['{"metric":1}', null],
  ['{"bomFormat":"CycloneDX"}', null],
  ["[]", null],
  ["chunk_key,x_value\n1,2", "nannyml"],
  [",chunk,chunk\n,key,chunk_index\n0,[0:1],0", "nannyml"],
  ["model_id,attribute_name,attribute_value\n0,a,b", "aequitas"],
  ["_id,incident_id,title\n0,1,b", "ai-incident-database"],
  ["sex,count,selection_rate\nf,1,0.5", "fairlearn"],
  ["metric,value\nf1,0.5", "readings"],
  ["a,b\n1,2", null],
])("%s is %s", (text, format) => {
  expect(recognised(text)).toBe(format);
});

test("what was said goes before the path, and the path before the shape", () => {
  expect(recognised('{"metric":"f1"}', "/v1/signals/otlp-logs")).toBe("otlp-logs");
  expect(recognised('{"metric":"f1"}', "/v1/signals/otlp-logs", {}, "readings")).toBe("readings");
  expect(recognised('{"metric":"f1"}', "/v1/signals/nothing-known")).toBe("readings");
});

test("an address of a family takes each of it, and an event is one wherever it goes", () => {
  expect(recognised('{"metrics":[{"metric":"A","result":{}}]}', "/v1/signals/evidently")).toBe("evidently-legacy");
  expect(recognised('{"orgId":1,"alerts":[]}', "/v1/signals/alertmanager")).toBe("grafana");
  expect(recognised('{"specversion":"1.0"}', "/v1/signals/evidently")).toBe("cloudevents");
  expect(recognised("a,b\n1,2", "/v1/signals/evidently", { "ce-specversion": "1.0" })).toBe("cloudevents");
});
