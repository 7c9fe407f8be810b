import { expect, test } from "vitest";
import { weighScenarios } from "../../contract/structured/weigh-scenarios.ts";
import { weighDefaults } from "../../contract/weigh-defaults.ts";
import type { WeighFile } from "../../contract/weigh-file.ts";
import { orderSentence, rankingSentence } from "./composite-sentences.ts";

const study = (levels: Record<string, number | undefined>): WeighFile => ({
  ...weighDefaults,
  dimensions: [{ id: "harm" }],
  weightings: [{ version: "2026-11", weights: { harm: 1 }, aggregate: "additive" }],
  scenarios: Object.entries(levels).map(([id, level]) => ({ id, ratings: level === undefined ? {} : { harm: level } })),
});
const reportOf = (levels: Record<string, number | undefined>) => weighScenarios(study(levels), { seed: 1 });
const names = new Map([["a", "Threats stay up"]]);

test("what is first is named with how sure that is, and what comes next", () => {
  expect(rankingSentence(reportOf({ a: 5, b: 1 }), names)).toBe(
    "“Threats stay up” scores 1.00 of 1, 90 % between 0.75 and 1.00. Under the weights of 2026-11 it comes first in " +
      "100\u00a0% of the ways to weigh and rate, and before “b” in 100\u00a0%.",
  );
  expect(rankingSentence(reportOf({ a: 3 }), names)).toContain("there is no other to come before");
  expect(rankingSentence(reportOf({ a: undefined }), names)).toContain("none has a score");
});

test.each([
  [{ a: 5, b: 3, c: 1 }, "The order is sure throughout: each comes before the next in 90\u00a0% or more."],
  [{ a: 5, b: 5 }, "No step of the order is sure: none comes before the next in 90\u00a0% or more."],
  [
    { a: 5, b: 1, c: 1 },
    "One of two steps of the order is sure: there one comes before the next in 90\u00a0% or more.",
  ],
  [{ a: 5 }, "One scenario has no order."],
])("%j: %s", (levels, sentence) => {
  expect(orderSentence(reportOf(levels))).toBe(sentence);
});
