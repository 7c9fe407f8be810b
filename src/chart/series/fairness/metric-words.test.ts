import { expect, test } from "vitest";
import { NAMED_DISPARITIES } from "../../../engine/fairness/disparity/disparity-definition.ts";
import { METRIC_NAMES } from "../../../engine/fairness/disparity/metric-source.ts";
import { disparityName, intervalWords, metricWords, reasonWords } from "./metric-words.ts";

test("no name of the engine reaches a reader as the code writes it", () => {
  const names = [...METRIC_NAMES.map((name) => metricWords(name).name), ...NAMED_DISPARITIES.map(disparityName)];
  for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z0-9]*([ ,]+[a-zA-Z]+)*$/);
  for (const name of names) expect(name).not.toMatch(/[a-z][A-Z]/);
  expect(new Set(names).size).toBe(names.length);
});

test("what has no words of its own is spelled out", () => {
  expect(metricWords("meanAbsoluteError").name).toBe("Mean absolute error");
  expect(disparityName("accuracyRatio")).toBe("Accuracy, ratio");
  expect(reasonWords("no-positives")).toBe("nobody has the positive label");
  expect(reasonWords("some-new-reason")).toBe("some new reason");
  expect(intervalWords("tukey-newcombe")).toBe("Tukey Newcombe");
  expect(intervalWords("none")).toBe("no interval");
});
