import { expect, test } from "vitest";
import { scale } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { impactRange, likelihoodRange } from "./level-words.ts";

const all = [0, 1, 2, 3, 4];

test("a likelihood level is a number of loss events a year", () => {
  expect(all.map((index) => likelihoodRange(scale.likelihood, index))).toEqual([
    "under 0.1 a year",
    "0.1 to 0.3",
    "0.3 to 1",
    "1 to 3",
    "3 a year or more",
  ]);
  expect(likelihoodRange(scale.likelihood, 4, "narrow")).toBe("3+ a year");
});

test("an impact level is a loss of one event", () => {
  expect(all.map((index) => impactRange(scale.impact, index, "EUR"))).toEqual([
    "under €30k",
    "€30k to 100k",
    "€100k to 300k",
    "€300k to 1m",
    "€1m or more an event",
  ]);
  expect(all.map((index) => impactRange(scale.impact, index, "EUR", "narrow"))).toEqual([
    "under 30k",
    "30–100k",
    "100–300k",
    "300k–1m",
    "€1m+",
  ]);
});
