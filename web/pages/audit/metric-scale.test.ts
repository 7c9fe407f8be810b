import { expect, test } from "vitest";
import { formatMetric, metricScale, metricText } from "./metric-scale.ts";

const of = (metric: string, task?: "regression") => metricScale({ mapping: task ? { task } : {} }, metric);

test("a share is told of a hundred, an area from 0 to 1, an amount in its own unit", () => {
  expect(of("truePositiveRate")).toBe("share");
  expect(of("auc")).toBe("unit-interval");
  expect(of("meanScore")).toBe("unit-interval");
  expect(of("meanScore", "regression")).toBe("own-unit");
  expect(of("logLoss")).toBe("own-unit");
});

test("figures keep the digits that carry", () => {
  expect(metricText("share", 0.1826)).toBe("18.3\u00a0%");
  expect(metricText("unit-interval", 0.98123)).toBe("0.981");
  expect(formatMetric("own-unit", -1.5)).toBe("−1.500");
  expect(formatMetric("own-unit", 123.456)).toBe("123.5");
  expect(formatMetric("own-unit", 12_345.6)).toBe("12,346");
});
