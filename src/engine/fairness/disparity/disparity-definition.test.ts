import { expect, test } from "vitest";
import { disparityDefinition, NAMED_DISPARITIES } from "./disparity-definition.ts";

test("any metric with Difference or Ratio is a disparity", () => {
  expect(disparityDefinition("aucDifference")).toEqual({
    name: "aucDifference",
    kind: "difference",
    metrics: ["auc"],
    combination: "single",
  });
  expect(disparityDefinition("falseOmissionRateRatio")).toMatchObject({
    kind: "ratio",
    metrics: ["falseOmissionRate"],
  });
});

test("names of the field are known by themselves", () => {
  for (const name of NAMED_DISPARITIES) expect(disparityDefinition(name).name).toBe(name);
  expect(disparityDefinition("equalizedOddsDifference")).toMatchObject({
    combination: "worst",
    metrics: ["truePositiveRate", "falsePositiveRate"],
  });
});

test.each(["goodness", "goodnessDifference", "Difference", ""])("%j is refused", (name) => {
  expect(() => disparityDefinition(name)).toThrow(
    `disparity not known: ${name}; name a metric and Difference or Ratio`,
  );
});
