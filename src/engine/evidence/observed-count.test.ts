import { expect, test } from "vitest";
import { observedCount } from "./observed-count.ts";

const overYears = { kind: "events", count: 3, exposure: { amount: 0.5, unit: "years" } } as const;
const overDecisions = { kind: "events", count: 3, exposure: { amount: 600, unit: "decisions" } } as const;
const share = { kind: "share", count: 3, of: 60 } as const;
const value = (number: number, n?: number) => ({ kind: "value", value: number, n }) as const;

test.each([
  ["events over years", observedCount(overYears, { as: "events" }), { count: 3, exposure: 0.5 }],
  [
    "events over decisions",
    observedCount(overDecisions, { as: "events", decisionsPerYear: 1200 }),
    { count: 3, exposure: 0.5 },
  ],
  [
    "events over decisions, of which nobody knows how many a year",
    observedCount(overDecisions, { as: "events" }),
    null,
  ],
  ["a signal without a number", observedCount(null, { as: "events" }), { count: 1, exposure: 0 }],
  ["a share, as events", observedCount(share, { as: "events" }), null],
  ["a value, as events", observedCount(value(3, 10), { as: "events" }), null],
  ["a share", observedCount(share, { as: "cases" }), { count: 3, exposure: 60 }],
  ["events over decisions, as cases", observedCount(overDecisions, { as: "cases" }), { count: 3, exposure: 600 }],
  ["events over years, as cases", observedCount(overYears, { as: "cases" }), null],
  ["a value with n", observedCount(value(0.05, 60), { as: "cases" }), { count: 3, exposure: 60 }],
  ["a value without n", observedCount(value(0.05), { as: "cases" }), null],
  ["a value that is no share", observedCount(value(12, 60), { as: "cases" }), null],
  ["a signal without a number, as cases", observedCount(null, { as: "cases" }), null],
  ["more than there were", observedCount({ kind: "share", count: 9, of: 3 }, { as: "cases" }), null],
])("%s", (_, actual, expected) => {
  expect(actual).toEqual(expected);
});
