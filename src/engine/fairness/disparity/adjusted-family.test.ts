import { expect, test } from "vitest";
import { adjustedFamily } from "./adjusted-family.ts";

const tested = (name: string, attributes: string, pValue: number | null) => ({
  name,
  attributes: attributes.split(" "),
  pValue,
});

test("a difference and a ratio of the same rates are one test", () => {
  const values = adjustedFamily(
    [
      tested("demographicParityDifference", "sex", 0.01),
      tested("demographicParityRatio", "sex", 0.01),
      tested("accuracyDifference", "sex", 0.03),
      tested("equalizedOddsMeanDifference", "sex", 0.2),
      tested("equalizedOddsDifference", "sex", 0.1),
    ],
    "holm",
  );
  for (const [k, value] of [0.04, 0.04, 0.09, 0.2, 0.2].entries()) expect(values[k]).toBeCloseTo(value, 12);
});

test("an intersection is never more certain than its least certain part", () => {
  const values = adjustedFamily(
    [
      tested("demographicParityDifference", "sex", 0.2),
      tested("demographicParityDifference", "race", 0.001),
      tested("demographicParityDifference", "sex race", 0.0001),
    ],
    "hierarchical",
  );
  expect(values[2]).toBeGreaterThanOrEqual(0.2);
  expect(values[1]).toBeLessThan(0.01);
});

test("what has no test counts for nothing", () => {
  expect(adjustedFamily([tested("theilIndex", "sex", null), tested("aucDifference", "sex", 0.02)], "holm")).toEqual([
    null,
    0.02,
  ]);
});
