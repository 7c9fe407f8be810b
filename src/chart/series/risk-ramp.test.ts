import { expect, test } from "vitest";
import { scale } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { lossRamp, probabilityRamp, scoreRamp } from "./risk-ramp.ts";

test("scores are anchored at the line, which lies before step four", () => {
  const ramp = scoreRamp(scale, { appetite: 12, tolerance: 20 });
  expect(ramp.steps.map(({ label }) => label)).toEqual(["1–4", "5–8", "9–10", "12–16", "20–25"]);
  expect(ramp.lineBefore).toBe(4);
  expect([1, 4, 5, 10, 12, 20, 25].map(ramp.stepOf)).toEqual([1, 1, 2, 3, 4, 5, 5]);
});

test("without a line the steps are equal shares and no line is drawn", () => {
  const ramp = scoreRamp(scale, null);
  expect(ramp.lineBefore).toBeNull();
  expect([5, 6, 25].map(ramp.stepOf)).toEqual([1, 2, 5]);
});

test("a step that no score can take is not in the legend", () => {
  const sum = { likelihood: [1, 2, 3], impact: [1, 2, 3], score: "sum" as const };
  expect(scoreRamp(sum, { appetite: 5, tolerance: 6 }).steps.map(({ label }) => label)).toEqual(["2–3", "4", "5", "6"]);
});

test("money falls in half orders of magnitude from the largest", () => {
  const ramp = lossRamp([2_200_000, 40_000], "EUR");
  expect(ramp.steps.map(({ label }) => label)).toEqual(["< €30k", "≥ 30k", "≥ 100k", "≥ 300k", "≥ 1m"]);
  expect([0, 29_999, 30_000, 2_200_000].map(ramp.stepOf)).toEqual([1, 1, 2, 5]);
  expect(lossRamp([400_000], "EUR").steps.map(({ label }) => label)[4]).toBe("≥ 300k");
  expect(lossRamp([], "EUR").stepOf(0)).toBe(1);
});

test("the chance of a bad year has steps that a board uses", () => {
  const ramp = probabilityRamp();
  expect([0.004, 0.01, 0.07, 0.1, 0.5].map(ramp.stepOf)).toEqual([1, 2, 3, 4, 5]);
});
