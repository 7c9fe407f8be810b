import { expect, test } from "vitest";
import { translate } from "./translate.ts";

const translated = (text: string) =>
  translate({
    bytes: new TextEncoder().encode(text),
    contentType: "text/csv",
    headers: {},
    name: "/v1/signals/fairlearn",
    stated: {},
    receivedAt: "2026-11-21T10:00:00Z",
  });
const groupsOf = (text: string) => translated(text).signals.map(({ signal: { metric, labels } }) => [metric, labels]);

test("groups that are numbers are told from metrics by telling the rows apart", () => {
  expect(groupsOf("sex,race,selection_rate,count\n0,0,0.5,10\n0,1,0.4,10\n1,0,0.3,10\n")).toEqual([
    ["selection_rate", { sex: "0", race: "0", groupSize: "10" }],
    ["selection_rate", { sex: "0", race: "1", groupSize: "10" }],
    ["selection_rate", { sex: "1", race: "0", groupSize: "10" }],
  ]);
});

test("a selection rate is a count out of the group's size, a rate with another denominator is a value", () => {
  const [selection, recall] = translated("sex,count,selection_rate,recall\nf,30,0.1,0.25\n").signals;
  expect(selection?.signal.reading).toEqual({ kind: "share", count: 3, of: 30 });
  expect(recall?.signal.reading).toEqual({ kind: "value", value: 0.25 });
});

test("a rate that is no count out of the size stays a value", () => {
  expect(translated("sex,count,selection_rate\nf,30,0.11\n").signals[0]?.signal.reading).toEqual({
    kind: "value",
    value: 0.11,
    n: 30,
  });
});

test("a group without a figure is refused, and an empty figure is not one", () => {
  const { signals, refused } = translated("sex,count,selection_rate,recall\nf,30,0.1,\nm,0,,\n");
  expect(signals.map(({ position }) => position)).toEqual([0]);
  expect(refused).toEqual([{ position: 1, path: "rows[1]", message: 'group "sex=m" has no number; leave it out' }]);
});

test("without sizes nothing is taken", () => {
  expect(translated("sex,selection_rate\nf,0.1\n").refused).toEqual([
    {
      position: 0,
      path: "header",
      message: "table has no column count; add fairlearn.metrics.count to the metrics of the MetricFrame",
    },
  ]);
});
