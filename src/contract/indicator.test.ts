import { expect, test } from "vitest";
import { indicator, signalFeed } from "./indicator.ts";

const f1 = {
  id: "credit-f1",
  system: "credit-scoring",
  feeds: [{ metric: "f1", labels: { model: "credit-lr" } }],
  direction: "lower-is-worse",
  window: "7d",
  aggregate: "mean",
  limit: { appetite: 0.8, tolerance: 0.75 },
  expectedEvery: "24h",
};
const mistakes = (given: unknown) =>
  indicator.safeParse(given).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

test("an indicator is read", () => {
  expect(mistakes(f1)).toEqual([]);
  expect(mistakes({ ...f1, hysteresis: { margin: 0.01, readings: 3 }, unit: "F1" })).toEqual([]);
});

test("the order of its limit follows its direction, and reaching both at one value is allowed", () => {
  expect(mistakes({ ...f1, limit: { appetite: 0.7, tolerance: 0.75 } })).toEqual([
    "limit.appetite: appetite 0.7 is less than tolerance 0.75, and lower is worse",
  ]);
  expect(mistakes({ ...f1, direction: "higher-is-worse" })).toEqual([
    "limit.appetite: appetite 0.8 is greater than tolerance 0.75, and higher is worse",
  ]);
  expect(mistakes({ ...f1, limit: { appetite: 0.8, tolerance: 0.8 } })).toEqual([]);
});

test("the limit is checked although something else is wrong", () => {
  expect(mistakes({ ...f1, window: "week", limit: { appetite: 0.7, tolerance: 0.75 } })).toHaveLength(2);
});

test.each([{}, { labels: {} }])("a feed %j would take every signal, and is refused", (feed) => {
  expect(signalFeed.safeParse(feed).error?.issues[0]?.message).toBe("feed names nothing");
  expect(mistakes({ ...f1, feeds: [feed] })).toEqual(["feeds.0: feed names nothing"]);
});

test("an indicator says how often it is to be heard of", () => {
  const { expectedEvery: _, ...silent } = f1;
  expect(mistakes(silent)).toEqual([expect.stringMatching(/^expectedEvery: /)]);
});
