import { describe, expect, test } from "vitest";
import { encoded } from "../../test/harness/damaged-payload.ts";
import { receivedPayload } from "../../test/harness/received-payload.ts";
import { translate } from "./translate.ts";
import type { ReceivedPayload } from "./translation.ts";

const event = {
  specversion: "1.0",
  id: "7",
  source: "/monitors/churn",
  type: "com.example.f1",
  time: "2026-11-21T09:00:00Z",
};
const sent = (body: unknown, more: Partial<ReceivedPayload> = {}) =>
  translate({
    bytes: encoded(typeof body === "string" ? body : JSON.stringify(body)),
    contentType: "application/cloudevents+json",
    headers: {},
    name: "/v1/signals",
    stated: {},
    receivedAt: "2026-11-21T10:00:00Z",
    ...more,
  });
const only = (body: unknown, more: Partial<ReceivedPayload> = {}) => sent(body, more).signals[0]?.signal;
const reading = { metric: "f1", value: 0.71, id: "inner", source: "inner", model: "churn" };

test("a reading has the event's identity and time, whatever its own", () => {
  expect(only({ ...event, data: reading })).toMatchObject({
    source: "/monitors/churn",
    id: "7",
    occurredAt: "2026-11-21T09:00:00.000Z",
    reading: { kind: "value", value: 0.71 },
    labels: { type: "com.example.f1", model: "churn" },
  });
});

test("structured, in a batch, one a line and binary are one event", () => {
  const structured = only({ ...event, subject: "a b", data: reading });
  const lines = `${JSON.stringify({ ...event, subject: "a b", data: reading })}\n`.repeat(2);
  const headers = Object.fromEntries(
    Object.entries({ ...event, subject: "a%20b" }).map(([name, value]) => [`ce-${name}`, value]),
  );
  expect(only([{ ...event, subject: "a b", data: reading }])).toEqual(structured);
  expect(only(lines, { contentType: "application/x-ndjson" })).toEqual(structured);
  expect(only(reading, { headers, contentType: "application/json" })).toEqual(structured);
});

describe("data", () => {
  test.each([
    ["as text", { datacontenttype: "application/json", data: JSON.stringify(reading) }],
    ["in base 64", { data_base64: Buffer.from(JSON.stringify(reading)).toString("base64") }],
  ])("%s is read", (_, data) => {
    expect(only({ ...event, ...data })?.reading).toEqual({ kind: "value", value: 0.71 });
  });

  test("of another format keeps that format, and of a table the ids are the event's with what tells them apart", () => {
    const { signals } = sent({ ...event, datacontenttype: "text/csv", data: receivedPayload("fairlearn-one").body });
    expect(signals).toHaveLength(8);
    expect(signals[0]?.signal).toMatchObject({
      format: "fairlearn",
      source: "/monitors/churn",
      id: "7/selection_rate/sex=Female",
    });
  });

  test("an alert keeps its own id, so that a later event closes it", () => {
    const [fired, resolved] = ["alertmanager-firing", "alertmanager-resolved"].map((name, at) =>
      only(
        { ...event, id: String(at), data: JSON.parse(receivedPayload(name).body) },
        { receivedAt: "2026-11-22T00:00:00Z" },
      ),
    );
    expect([fired?.state, resolved?.state]).toEqual(["open", "resolved"]);
    expect([resolved?.source, resolved?.id]).toEqual([fired?.source, fired?.id]);
  });

  test.each([
    ["an event", { ...event, data: reading }],
    [
      "a webhook of MLflow, which nothing vouches for",
      JSON.parse(receivedPayload("mlflow-model-version-created").body),
    ],
    ["unknown", { hello: "world" }],
    ["a number", 7],
    ["none", undefined],
  ])("that is %s is a fact without a reading", (_, data) => {
    expect(only({ ...event, data })).toMatchObject({
      format: "cloudevents",
      id: "7",
      metric: "com.example.f1",
      reading: null,
    });
  });

  test("of a binary event that cannot be read leaves what its headers say", () => {
    const headers = { "ce-specversion": "1.0", "ce-id": "1", "ce-source": "/a", "ce-type": "b" };
    const made = sent("", { headers, bytes: Uint8Array.of(0xff, 0xfe), contentType: "application/octet-stream" });
    expect(made.signals).toHaveLength(1);
    expect(made.kept).toMatchObject({ text: null, removed: [{ path: "", kind: "unreadable data" }] });
  });
});

test.each([
  [{ specversion: "0.3" }, "specversion", 'specversion "0.3" is not known; send CloudEvents 1.0'],
  [{ id: "" }, "id", 'id "" is no text'],
  [{ source: undefined }, "source", "source is missing"],
  [{ type: 7 }, "type", "type 7 is no text"],
  [{ time: "noon" }, "time", 'time "noon" is no instant'],
  [{ data: { metric: "f1", value: "high" } }, "data.value", 'value "high" is no number'],
])("%j is refused by its place, alone and in a batch", (wrong, path, message) => {
  const refused = [{ position: 0, path, message: expect.stringContaining(message) }];
  expect(sent({ ...event, ...wrong })).toMatchObject({ signals: [], refused });
  const batch = sent([
    { ...event, data: reading },
    { ...event, ...wrong },
  ]);
  expect(batch.signals).toHaveLength(1);
  expect(batch.refused).toMatchObject([{ position: 1, path: `[1].${path}` }]);
});
