import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyBytes, changed, damaged, encoded, placesIn, sentAnywhere } from "../../test/harness/damaged-payload.ts";
import { receivedPayload, receivedPayloads } from "../../test/harness/received-payload.ts";
import { refusedItem, signal } from "../contract/signal.ts";
import { translate } from "./translate.ts";
import type { ReceivedPayload, TranslatedPayload } from "./translation.ts";

const jsonPayloads = receivedPayloads.filter(
  (name) => /^[{[].*[}\]]$/s.test(receivedPayload(name).body.trim()) && name !== "readings-lines",
);
const tables = receivedPayloads.filter((name) => receivedPayload(name).contentType === "text/csv");

/** Whatever came in: answers, and answers that hold. */
function holds(payload: ReceivedPayload): TranslatedPayload {
  const made = translate(payload);
  expect(made.signals.length + made.refused.length).toBeGreaterThanOrEqual(0);
  for (const { signal: each } of made.signals) signal.parse(each);
  for (const each of made.refused) {
    refusedItem.parse(each);
    expect(each.message).toMatch(/^\S.*; \S/s);
    expect(each.message).not.toContain("fault of Plimsoll");
  }
  const again = translate({ ...payload, ...made.kept, bytes: encoded(made.kept.text ?? "") });
  expect(again.signals).toEqual(made.signals);
  expect(again.kept.removed).toEqual([]);
  return made;
}

describe("any payload is answered, and what is kept of it gives the same signals", () => {
  test("any bytes", () => {
    fc.assert(
      fc.property(sentAnywhere(anyBytes), (payload) => void holds(payload)),
      { numRuns: 1000 },
    );
  });

  test.each(jsonPayloads)("%s, damaged", (name) => {
    const payload = receivedPayload(name);
    fc.assert(
      fc.property(damaged(payload.body), (bytes) => void holds({ ...payload, bytes })),
      { numRuns: 100 },
    );
  });

  test.each(tables)("%s, damaged", (name) => {
    const payload = receivedPayload(name);
    const piece = fc.constantFrom('"', ",", "\n", ",,,", "NaN", "\u0000", "é", "1e999", "");
    const bytes = fc
      .tuple(fc.nat(payload.body.length), fc.nat(20), piece)
      .map(([at, without, put]) => encoded(payload.body.slice(0, at) + put + payload.body.slice(at + without)));
    fc.assert(
      fc.property(bytes, (each) => void holds({ ...payload, bytes: each })),
      { numRuns: 100 },
    );
  });

  test.each([
    ["nothing", "", "payload is empty"],
    ["blanks", " \n ", "payload is empty"],
    ["nesting", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, "nested 10000 deep"],
    ["objects in one another", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, "nested 10000 deep"],
    ["an end cut off", '{"alerts":[{"status":"fir', "JSON is cut off on line 1, column 26"],
    [
      "a name twice",
      '{"metric":"f1",\n"value":1,"value":2}',
      'name "value" is twice in one object, the second time on line 2',
    ],
    ["a number", "42", "payload is neither JSON nor a table"],
    ["prose", "Dear all,\nthe model is down.", "of no known format"],
    ["an unknown object", '{"hello":"world"}', "of no known format"],
  ])("%s is refused as a whole, with what is wrong", (_, text, message) => {
    const made = holds({
      ...receivedPayload("readings-csv"),
      name: "payload",
      contentType: null,
      bytes: encoded(text),
    });
    expect(made.signals).toEqual([]);
    expect(made.refused[0]?.message).toContain(message);
  });

  test("bytes that are no text are refused by their place, and nothing of them is kept", () => {
    const { refused, kept } = translate({
      ...receivedPayload("readings-csv"),
      bytes: Uint8Array.of(123, 34, 255, 34, 125),
    });
    expect(refused).toEqual([
      { position: 0, path: "", message: "byte 0xff at 2 is not UTF-8; send the payload in UTF-8" },
    ]);
    expect(kept).toMatchObject({ text: null, byteCount: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test.each<[string, () => string, string, number]>([
    [
      "signals",
      () => '{"metric":"a"}\n'.repeat(120_000),
      "holds more than 100000 signals: this item and those after it are left",
      100_001,
    ],
    ["refused items", () => `[${"1,".repeat(20_000)}1]`, "holds more than 10000 refused items", 0],
    ["lines", () => "{}\n".repeat(200_001), "has 200001 lines; send at most 200000", 0],
    ["rows", () => `metric,value\n${"a,1\n".repeat(200_001)}`, "more than 200000 rows", 0],
    ["columns", () => `metric,count${",".repeat(1_000_000)}\na,1\n`, "table has 1000002 columns; send at most 2000", 0],
    [
      "rows in an event",
      () =>
        JSON.stringify({
          specversion: "1.0",
          id: "1",
          source: "/a",
          type: "b",
          datacontenttype: "text/csv",
          data: `a,b\n${"1,2\n".repeat(200_001)}`,
        }),
      "",
      1,
    ],
    [
      "numbers of a metric",
      () =>
        JSON.stringify({
          metrics: [
            { metric_name: "A()", value: Object.fromEntries([...Array(3000).keys()].map((key) => [`k${key}`, key])) },
          ],
        }),
      "holds 3000 numbers",
      0,
    ],
  ])("too many %s are not looked at", (_, text, message, count) => {
    const payload = {
      ...receivedPayload("readings-csv"),
      name: "/v1/signals/readings",
      stated: {},
      bytes: encoded(text()),
    };
    const { signals, refused } = translate({ ...payload, name: /metric_name/.test(text()) ? "a" : payload.name });
    expect(signals).toHaveLength(count);
    expect(refused.at(-1)?.message ?? "").toContain(message);
  });

  test("one bad item leaves the others", () => {
    const payload = receivedPayload("alertmanager-firing");
    const body = JSON.parse(payload.body);
    body.alerts[0].startsAt = "yesterday";
    const { signals, refused } = translate({ ...payload, bytes: encoded(JSON.stringify(body)) });
    expect(signals.map(({ position }) => position)).toEqual([1]);
    expect(refused).toEqual([
      {
        position: 0,
        path: "alerts[0].startsAt",
        message: 'time "yesterday" is no instant; write it as 2026-11-21T09:00:00Z',
      },
    ]);
  });
});

describe("laws", () => {
  const listsOf = (value: unknown) =>
    placesIn(value)
      .map((place) => ({ place, list: place.reduce<unknown>((at, step) => Reflect.get(at as object, step), value) }))
      .filter((each): each is { place: (string | number)[]; list: unknown[] } => {
        const last = each.place.at(-1);
        // Lists whose order means nothing: items of the payload.
        return (
          Array.isArray(each.list) &&
          (each.place.length === 0 ||
            /^(alerts|metrics|tests|events|incidents|logRecords|findings|risks)$/.test(String(last)))
        );
      });
  const identities = ({ signals }: TranslatedPayload) => signals.map(({ signal: each }) => JSON.stringify(each)).sort();

  test.each(jsonPayloads)("%s: the order of items changes none of their signals", (name) => {
    const payload = receivedPayload(name);
    const value: unknown = JSON.parse(payload.body);
    const reversed = listsOf(value).reduce((at, { place, list }) => changed(at, place, list.toReversed()), value);
    const made = translate({ ...payload, bytes: encoded(JSON.stringify(reversed)) });
    expect(identities(made)).toEqual(identities(translate(payload)));
  });

  test.each(tables)("%s: the order of rows changes none of their signals", (name) => {
    const payload = receivedPayload(name);
    const made = translate(payload);
    if (payload.body.includes('\n"') || /"[^"\n]*\n/.test(payload.body)) return;
    const lines = payload.body.trimEnd().split("\n");
    const header = lines.findIndex((line) => /(^|,)(\d|\[|Female|2026)/.test(line));
    const bytes = encoded([...lines.slice(0, header), ...lines.slice(header).reverse()].join("\n"));
    expect(identities(translate({ ...payload, bytes }))).toEqual(identities(made));
  });

  test.each(jsonPayloads)("%s: an item that is there twice has one identity", (name) => {
    const payload = receivedPayload(name);
    const value: unknown = JSON.parse(payload.body);
    const twice = listsOf(value).reduce((at, { place, list }) => changed(at, place, [...list, ...list]), value);
    const known = new Set(translate(payload).signals.map(({ signal: { source, id } }) => JSON.stringify([source, id])));
    const made = translate({ ...payload, bytes: encoded(JSON.stringify(twice)) });
    expect(new Set(made.signals.map(({ signal: { source, id } }) => JSON.stringify([source, id])))).toEqual(known);
  });

  test.each(["alertmanager-firing", "grafana-firing"])("%s: renaming labels does not change identity", (name) => {
    const payload = receivedPayload(name);
    const renamed = payload.body.replaceAll('"model":', '"model_name":').replaceAll('"severity":', '"sev":');
    const ids = ({ signals }: TranslatedPayload) => signals.map(({ signal: { source, id } }) => [source, id]);
    const made = translate({ ...payload, bytes: encoded(renamed) });
    expect(made.signals[0]?.signal.labels).toHaveProperty("model_name");
    expect(ids(made)).toEqual(ids(translate(payload)));
  });

  test("two models with equal figures and a run of one name are told apart, and the order of what is stated is not", () => {
    const payload = receivedPayload("evidently-preset");
    const id = (stated: Record<string, string>) => translate({ ...payload, stated }).signals[0]?.signal.id;
    expect(id({ run: "nightly", model: "churn" })).not.toBe(id({ run: "nightly", model: "credit" }));
    expect(id({ run: "nightly", model: "churn", version: "1" })).toBe(
      id({ version: "1", model: "churn", run: "nightly" }),
    );
  });
});

test("what is stated beside a payload fills what it does not say", () => {
  const payload = {
    ...receivedPayload("readings-lines"),
    stated: { model: "stated", team: "risk", source: "nightly" },
  };
  const [first, second] = translate(payload).signals;
  expect(first?.signal).toMatchObject({ source: "nightly", labels: { model: "churn", team: "risk" } });
  expect(second?.signal.labels).toMatchObject({ model: "stated", system: "chatbot" });
});
