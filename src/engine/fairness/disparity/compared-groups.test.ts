import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { comparedGroups } from "./compared-groups.ts";
import { metricSource } from "./metric-source.ts";

const source = metricSource(decisionsCube({ weights: "given" }), ["race"], {
  rule: { kind: "decision", favourable: "1" },
});

test("a rate comes with its effective rows, others with their interval alone", () => {
  const [rate] = comparedGroups(source, "accuracy", 1.96, [0]);
  expect(rate!.proportion!.successes / rate!.proportion!.n).toBeCloseTo(rate!.estimate, 12);
  expect(rate!.proportion!.n).toBeLessThan(560);
  expect(comparedGroups(source, "auc", 1.96, [0, 4]).map(({ proportion }) => proportion)).toEqual([
    undefined,
    undefined,
  ]);
});

test("a group without the value is refused", () => {
  expect(() => comparedGroups(source, "truePositiveRate", 1.96, [3])).toThrow(
    "group without truePositiveRate: 3; leave it out first",
  );
});
