import { expect, test } from "vitest";
import { encoded } from "../../test/harness/damaged-payload.ts";
import { translate } from "./translate.ts";

const metric = (value: unknown, metric_name = "Metric(column=age)") => ({ id: "m1", metric_name, config: {}, value });
const tested = (status: string, bound_test: object = {}) => ({
  id: "t",
  name: "Test",
  description: `Test says ${status}`,
  metric_config: { metric_id: "m1", params: {} },
  status,
  bound_test,
});
const translated = (metrics: unknown[], tests: unknown[] = [], stated: Record<string, string> = {}) =>
  translate({
    bytes: encoded(JSON.stringify({ metrics, tests })),
    contentType: "application/json",
    headers: {},
    name: "/v1/signals/evidently",
    stated,
    receivedAt: "2026-11-21T10:00:00Z",
  });
const told = (metrics: unknown[], tests: unknown[] = []) =>
  translated(metrics, tests).signals.map(({ signal }) => [
    signal.metric,
    signal.labels.label,
    signal.reading,
    signal.producerVerdict,
  ]);

test("each form of a value gives its numbers", () => {
  expect(told([metric(0.5)])).toEqual([["Metric", undefined, { kind: "value", value: 0.5 }, null]]);
  expect(told([metric({ count: 85, share: 85 / 1500 })])).toEqual([
    ["Metric", undefined, { kind: "share", count: 85, of: 1500 }, null],
  ]);
  expect(told([metric({ mean: 1, std: 2 })])).toEqual([
    ["Metric.mean", undefined, { kind: "value", value: 1 }, null],
    ["Metric.std", undefined, { kind: "value", value: 2 }, null],
  ]);
  expect(told([metric({ 0: 0.9, yes: 0.8 })])).toEqual([
    ["Metric", "0", { kind: "value", value: 0.9 }, null],
    ["Metric", "yes", { kind: "value", value: 0.8 }, null],
  ]);
  expect(told([metric({ counts: { a: 3 }, shares: { a: 0.3 } })])).toEqual([
    ["Metric", "a", { kind: "share", count: 3, of: 10 }, null],
  ]);
});

test("a share of nothing is a share of nobody knows how many", () => {
  expect(told([metric({ count: 0, share: 0 })])[0]?.[2]).toEqual({ kind: "value", value: 0, unit: "share" });
  // Rounded shares do not tell of how many.
  expect(told([metric({ count: 85, share: 0.06 })])[0]?.[2]).toEqual({ kind: "value", value: 0.06, unit: "share" });
});

test("a small p-value and a large distance have no verdict but the test's", () => {
  const drifts = [
    metric(0.003, "ValueDrift(column=age,method=K-S p_value,threshold=0.05)"),
    { ...metric(0.9, "ValueDrift(column=b,method=Wasserstein distance (normed),threshold=0.1)"), id: "m2" },
  ];
  expect(told(drifts).map(([, , , verdict]) => verdict)).toEqual([null, null]);
  expect(told(drifts, [tested("FAIL")]).map(([, , , verdict]) => verdict)).toEqual(["breach", null]);
});

test.each([
  [["SUCCESS"], "ok"],
  [["SUCCESS", "WARNING"], "warning"],
  [["WARNING", "FAIL", "SUCCESS"], "breach"],
  [["ERROR"], null],
  [["SKIPPED", "SUCCESS"], "ok"],
])("tests that say %j are %s", (statuses, verdict) => {
  expect(
    told(
      [metric(1)],
      statuses.map((each) => tested(each)),
    )[0]?.[3],
  ).toBe(verdict);
});

test("a test of one label, or of the mean, judges that and nothing else", () => {
  expect(told([metric({ 0: 0.9, 1: 0.8 })], [tested("FAIL", { label: 1 })]).map(([, , , verdict]) => verdict)).toEqual([
    null,
    "breach",
  ]);
  expect(
    told([metric({ mean: 1, std: 2 })], [tested("FAIL", { is_mean: true })]).map(([, , , verdict]) => verdict),
  ).toEqual(["breach", null]);
});

test("a test whose metric is not there speaks for itself", () => {
  const { signals } = translated([], [tested("FAIL")]);
  expect(signals.map(({ signal }) => [signal.metric, signal.producerVerdict, signal.reading])).toEqual([
    ["Test", "breach", null],
  ]);
});

test("equal reports are one, but for their run or their time", () => {
  const id = (stated: Record<string, string>) => translated([metric(0.5)], [], stated).signals[0]?.signal.id;
  expect(id({})).toBe(id({}));
  expect(
    new Set([id({}), id({ run: "1" }), id({ run: "2" }), id({ at: "2026-11-20" }), id({ at: "2026-11-21" })]).size,
  ).toBe(5);
});

test.each([
  ["a table", [{ column: 1 }]],
  ["text", "high"],
  ["nothing", null],
])("a value that is %s is refused", (_, value) => {
  expect(translated([metric(value)]).refused).toEqual([
    {
      position: 0,
      path: "metrics[0].value",
      message: expect.stringContaining("of Metric holds no number; leave the metric out"),
    },
  ]);
});
