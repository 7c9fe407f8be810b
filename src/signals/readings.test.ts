import { expect, test } from "vitest";
import { encoded } from "../../test/harness/damaged-payload.ts";
import { translate } from "./translate.ts";

const translated = (items: unknown, stated: Record<string, string> = {}) =>
  translate({
    bytes: encoded(JSON.stringify(items)),
    contentType: "application/json",
    headers: {},
    name: "/v1/signals/readings",
    stated,
    receivedAt: "2026-11-21T10:00:00Z",
  });

test.each([
  [{ value: 0.5 }, { kind: "value", value: 0.5 }],
  [
    { value: "1e-3", unit: "s", n: "12" },
    { kind: "value", value: 0.001, unit: "s", n: 12 },
  ],
  [
    { value: 0.5, low: 0.4, high: 0.6 },
    { kind: "value", value: 0.5, interval: { low: 0.4, high: 0.6, level: 0.95 } },
  ],
  [
    { value: 0.5, low: 0.4, high: 0.6, level: 0.9 },
    { kind: "value", value: 0.5, interval: { low: 0.4, high: 0.6, level: 0.9 } },
  ],
  [
    { count: 0, of: 10 },
    { kind: "share", count: 0, of: 10 },
  ],
  [
    { count: 2, exposure: 0.25, exposureUnit: "years" },
    { kind: "events", count: 2, exposure: { amount: 0.25, unit: "years" } },
  ],
  [{ value: null }, null],
  [{}, null],
])("%j is %j", (item, reading) => {
  expect(translated({ metric: "m", ...item }).signals[0]?.signal.reading).toEqual(reading);
});

test.each([
  [{ metric: "" }, "metric", 'metric "" is no text'],
  [{ value: "high" }, "value", 'value "high" is no number; write a number'],
  [{ value: true }, "value", "value true is no number"],
  [{ value: 1, n: 1.5 }, "n", "n 1.5 is no whole number; write a whole number"],
  [{ value: 1, n: -1 }, "n", "n -1 is no whole number"],
  [{ value: 1, low: 2, high: 0 }, "low", "interval from 2 to 0 at level 0.95 is none"],
  [{ value: 1, low: 0 }, "high", "high (missing) is no number"],
  [{ count: 11, of: 10 }, "of", "count 11 out of 10 is no share"],
  [{ count: 0, of: 0 }, "of", "count 0 out of 0 is no share"],
  [{ count: 1 }, "exposureUnit", "exposureUnit (missing) is unknown; write years or decisions, or of how many in of"],
  [{ count: 1, exposure: -1, exposureUnit: "years" }, "exposure", "exposure -1 is below 0"],
  [{ topic: "weather" }, "topic", 'topic "weather" is unknown; write one of performance,'],
  [{ state: "closed" }, "state", 'state "closed" is unknown; write one of observed, open, resolved'],
  [{ verdict: "bad" }, "verdict", 'verdict "bad" is unknown; write one of ok, warning, breach'],
  [{ at: "2026-02-30" }, "at", 'time "2026-02-30" is no instant'],
  [{ from: "2026-11-20", to: "2026-11-19" }, "to", 'to "2026-11-19T00:00:00.000Z" lies before from'],
])("%j is refused by its place", (item, path, message) => {
  expect(translated([{ metric: "m", ...item }]).refused).toEqual([
    { position: 0, path: `readings[0].${path}`, message: expect.stringContaining(message) },
  ]);
});

test("it held when it says, else at the end of its window, else when was stated, else when it was received", () => {
  const window = { from: "2026-11-19", to: "2026-11-20" };
  const when = (item: object, stated: Record<string, string> = {}) =>
    translated({ metric: "m", ...item }, stated).signals[0]?.signal.occurredAt;
  expect(when({ ...window, at: "2026-11-18" }, { at: "2026-11-17" })).toBe("2026-11-18T00:00:00.000Z");
  expect(when(window, { at: "2026-11-17" })).toBe("2026-11-20T00:00:00.000Z");
  expect(when({}, { at: "2026-11-17" })).toBe("2026-11-17T00:00:00.000Z");
  expect(when({})).toBe("2026-11-21T10:00:00Z");
});

test("labels are what has no other meaning, as text, and of one line", () => {
  const labels = {
    metric: "m",
    value: 1,
    model: "churn",
    decision: true,
    threshold: 0.8,
    list: [1],
    nothing: null,
    note: "a\n b\u0000",
  };
  expect(translated({ ...labels, labels: { team: "risk", model: "inner" } }).signals[0]?.signal.labels).toEqual({
    model: "inner",
    decision: "true",
    threshold: "0.8",
    note: "a b",
    team: "risk",
  });
});
