/**
 * What OpenTelemetry's JavaScript SDK sends when an evaluation of a model's answer is logged: OTLP over HTTP as JSON.
 *
 *     npm install @opentelemetry/api-logs @opentelemetry/sdk-logs @opentelemetry/exporter-logs-otlp-http @opentelemetry/resources
 *     node record_otlp.mjs      (in the folder with those packages, beside a copy of this file; prints the case)
 */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { OTLPLogExporter } from "@opentelemetry/exporter-logs-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchLogRecordProcessor, LoggerProvider } from "@opentelemetry/sdk-logs";

const received = [];
const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push({ type: request.headers["content-type"], body: Buffer.concat(chunks).toString("utf8") });
  response.setHeader("content-type", "application/json").end("{}");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const exporter = new OTLPLogExporter({ url: `http://127.0.0.1:${server.address().port}/v1/signals/otlp-logs` });
const provider = new LoggerProvider({
  resource: resourceFromAttributes({ "service.name": "support-bot", "deployment.environment.name": "production" }),
  processors: [new BatchLogRecordProcessor({ exporter })],
});
const logger = provider.getLogger("evaluations");
const evaluated = (name, score, label, more = {}) =>
  logger.emit({
    eventName: "gen_ai.evaluation.result",
    timestamp: new Date("2026-11-21T09:00:00.123Z"),
    attributes: {
      "gen_ai.evaluation.name": name,
      ...(score === undefined ? {} : { "gen_ai.evaluation.score.value": score }),
      ...(label === undefined ? {} : { "gen_ai.evaluation.score.label": label }),
      "gen_ai.request.model": "acme-large",
      "gen_ai.response.id": "chatcmpl-123",
      ...more,
    },
  });
evaluated("Relevance", 0.42, "fail", {
  "gen_ai.evaluation.explanation": "The customer bob@northwind.example asked about …",
});
evaluated("Hallucination", 0, "pass", {
  "gen_ai.input.messages": JSON.stringify([{ role: "user", parts: [{ type: "text", content: "I am Bob" }] }]),
});
evaluated("Toxicity", 1, "severe");
logger.emit({ eventName: "gen_ai.client.inference.operation.details", body: { content: "I am Bob" } });
await provider.forceFlush();
await provider.shutdown();
server.close();

const [{ type, body }] = received;
const { version } = JSON.parse(
  readFileSync("node_modules/@opentelemetry/exporter-logs-otlp-http/package.json", "utf8"),
);
const found = {
  producer: `@opentelemetry/exporter-logs-otlp-http ${version}`,
  name: "/v1/signals/otlp-logs",
  contentType: type.split(";")[0],
  headers: {},
  stated: {},
  receivedAt: new Date().toISOString(),
  body,
};
process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
