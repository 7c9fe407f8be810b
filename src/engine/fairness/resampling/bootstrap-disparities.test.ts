import { expect, test } from "vitest";
import { withEstimate } from "../../../../test/harness/with-estimate.ts";
import { selectionSource } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { measureDisparity } from "../disparity/disparity.ts";
import { NAMED_DISPARITIES } from "../disparity/disparity-definition.ts";
import { metricSource } from "../disparity/metric-source.ts";
import { bootstrapDisparities } from "./bootstrap-disparities.ts";

const rule = { kind: "decision", favourable: "1" } as const;
const names = [...NAMED_DISPARITIES, "accuracyDifference", "treatmentEqualityDifference", "f1Ratio"];
const settings = { level: 0.95, replicates: 400, seed: 1 } as const;

test.each(["between-groups", "to-overall", "to-reference"] as const)(
  "%s: the statistic that is resampled is the one that is reported",
  (comparison) => {
    for (const attributes of [["sex"], ["race"], ["sex", "race"]]) {
      const source = metricSource(decisionsCube({ weights: "given" }), attributes, { rule });
      const about = { ...settings, comparison, ...(comparison === "to-reference" && { reference: 1 }) };
      const figures = bootstrapDisparities(source, names, about);
      expect([...figures.keys()]).toEqual(names);
      for (const [name, figure] of figures) {
        const measured = measureDisparity(source, name, { ...about, testing: "none" });
        if (measured.estimate === null) expect(figure.estimate, name).toBeNull();
        else expect(figure.estimate, `${name} by ${attributes}`).toBeCloseTo(measured.estimate, 12);
      }
    }
  },
);

test("of two large groups the interval is about Newcombe's", () => {
  const source = selectionSource([
    [300, 900],
    [480, 800],
  ]);
  const about = { ...settings, comparison: "between-groups", replicates: 4000 } as const;
  const [name] = ["demographicParityDifference"];
  const figure = bootstrapDisparities(source, [name], about).get(name)!;
  const { low, high } = withEstimate(measureDisparity(source, name, about));
  expect(figure).toMatchObject({ method: "bootstrap-bca", n: 1700 });
  if (figure.estimate === null) throw new Error("undefined");
  expect(Math.abs(figure.low! - (low as number))).toBeLessThan(0.005);
  expect(Math.abs(figure.high! - (high as number))).toBeLessThan(0.005);
});

test("disparities of scores are no part of it; groups below the minimum are not", () => {
  const source = metricSource(decisionsCube(), ["race"], { rule });
  const about = { ...settings, comparison: "between-groups" } as const;
  expect([...bootstrapDisparities(source, ["aucDifference", "theilIndex"], about)]).toEqual([]);
  const name = "demographicParityDifference";
  const some = bootstrapDisparities(source, [name], { ...about, minimumSupport: 100 }).get(name)!;
  const measured = measureDisparity(source, name, { ...about, minimumSupport: 100 });
  expect(some.estimate).toBeCloseTo(measured.estimate!, 12);
});
