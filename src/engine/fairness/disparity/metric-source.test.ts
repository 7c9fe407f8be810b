import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { isCountMetric, METRIC_NAMES, metricSource } from "./metric-source.ts";

/** R² is of a regression. */
const ofClasses = METRIC_NAMES.filter((name) => name !== "rSquared");

test("every metric is measured of every group and of all, inside its interval", () => {
  const source = metricSource(decisionsCube(), ["sex"], { rule: { kind: "decision", favourable: "1" } });
  for (const name of ofClasses) {
    const measured = source.measure(name, 1.96);
    expect(measured).toHaveLength(3);
    for (const one of measured) {
      if (one.estimate === null) throw new Error(`${name} undefined`);
      expect(one.low, name).toBeLessThanOrEqual(one.estimate);
      expect(one.high, name).toBeGreaterThanOrEqual(one.estimate);
    }
  }
});

test("a wider critical value widens every interval; the same one is not measured twice", () => {
  const source = metricSource(decisionsCube(), ["sex"], { rule: { kind: "decision", favourable: "1" } });
  for (const name of ofClasses) {
    const [narrow] = source.measure(name, 1);
    const [wide] = source.measure(name, 2);
    if (narrow!.estimate === null || wide!.estimate === null) throw new Error(`${name} undefined`);
    expect(wide!.high - wide!.low, name).toBeGreaterThan(narrow!.high - narrow!.low);
    expect(source.measure(name, 1)).toBe(source.measure(name, 1));
  }
});

test("a threshold that the decisions were made with gives the same rates", () => {
  const decided = metricSource(decisionsCube(), ["race"], { rule: { kind: "decision", favourable: "1" } });
  const scored = metricSource(decisionsCube(), ["race"], { rule: { kind: "threshold", at: 0.5 } });
  expect(scored.measure("accuracy", 1.96)).toEqual(decided.measure("accuracy", 1.96));
});

test("what is made of label and decision alone", () => {
  expect(METRIC_NAMES.filter(isCountMetric)).toHaveLength(18);
});
