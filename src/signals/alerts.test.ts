import { describe, expect, test } from "vitest";
import { encoded } from "../../test/harness/damaged-payload.ts";
import { receivedPayload } from "../../test/harness/received-payload.ts";
import { translate } from "./translate.ts";

const payload = receivedPayload("alertmanager-firing");
const group = JSON.parse(payload.body);
const [alert] = group.alerts;
const translated = (change: object, about: object = {}) =>
  translate({ ...payload, bytes: encoded(JSON.stringify({ ...group, ...about, alerts: [{ ...alert, ...change }] })) });
const only = (change: object) => translated(change).signals[0]?.signal;

test("firing opens, and resolved closes the same alert when it ended, without the reading of when it last fired", () => {
  const fired = only({});
  const resolved = only({ status: "resolved", endsAt: "2026-11-21T22:11:39.769Z" });
  expect(fired).toMatchObject({ state: "open", reading: { kind: "value", value: 0.71 }, occurredAt: alert.startsAt });
  expect(resolved).toMatchObject({
    state: "resolved",
    producerVerdict: "ok",
    reading: null,
    occurredAt: "2026-11-21T22:11:39.769Z",
  });
  expect([resolved?.source, resolved?.id]).toEqual([fired?.source, fired?.id]);
});

test("an alert that fires again after it was resolved is another one", () => {
  expect(only({ startsAt: "2026-11-21T22:13:00Z" })?.id).not.toBe(only({})?.id);
});

test.each(["0001-01-01T00:00:00Z", "", null])("resolved with the end %j ended when it was received", (endsAt) => {
  expect(only({ status: "resolved", endsAt })).toMatchObject({ state: "resolved", occurredAt: payload.receivedAt });
});

test.each([
  ["critical", "breach"],
  ["page", "breach"],
  ["", "breach"],
  ["Warning", "warning"],
  ["info", "warning"],
  ["P4", "warning"],
  ["P1", "breach"],
])("of severity %j firing is a %s", (severity, verdict) => {
  expect(only({ labels: { ...alert.labels, severity } })?.producerVerdict).toBe(verdict);
});

describe("what annotations say", () => {
  test.each([
    [
      { value: "0.71", unit: " % ", n: "1500" },
      { kind: "value", value: 0.71, unit: "%", n: 1500 },
    ],
    [
      { value: "7.1e-01", n: "many" },
      { kind: "value", value: 0.71 },
    ],
    [{ value: "NaN" }, null],
    [{ value: "+Inf" }, null],
    [{ value: "71%" }, null],
    [{}, null],
  ])("%j is the reading %j", (annotations, reading) => {
    expect(only({ annotations })?.reading).toEqual(reading);
  });

  test("the metric is named by annotation, else by label, else it is the alert's name", () => {
    const labels = { ...alert.labels, metric: "from_label" };
    expect(only({ labels, annotations: { metric: "f1" } })?.metric).toBe("f1");
    expect(only({ labels, annotations: {} })?.metric).toBe("from_label");
    expect(only({ annotations: {} })?.metric).toBe("ModelF1Low");
  });
});

test("alerts that the sender left out are told", () => {
  const { signals, refused } = translated({}, { truncatedAlerts: 7 });
  expect(signals).toHaveLength(1);
  expect(refused).toEqual([
    {
      position: 1,
      path: "truncatedAlerts",
      message: "7 alerts of the group were left out by their sender; set max_alerts to 0",
    },
  ]);
});

test.each([
  [{ status: "pending" }, "alerts[0].status", 'status "pending" is unknown; send firing or resolved'],
  [
    { startsAt: undefined },
    "alerts[0].startsAt",
    "startsAt is missing; send it as the producer's documentation has it",
  ],
  [{ startsAt: 0 }, "alerts[0].startsAt", "startsAt 0 is no text"],
  [{ startsAt: "9999-12-31T23:59:59Z" }, "alerts[0].startsAt", "lies in the future"],
])("%j is refused by its place", (change, path, message) => {
  expect(translated(change).refused).toEqual([{ position: 0, path, message: expect.stringContaining(message) }]);
});
