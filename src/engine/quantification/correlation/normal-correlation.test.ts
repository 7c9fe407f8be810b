import { expect, test } from "vitest";
import { normalCorrelation } from "./normal-correlation.ts";

test.each([-1, -0.4, 0, 0.25, 1])("a correlation %s of ranks comes back from that of the normals", (value) => {
  const spearman = normalCorrelation(value, "spearman");
  const kendall = normalCorrelation(value, "kendall");
  expect((6 / Math.PI) * Math.asin(spearman / 2)).toBeCloseTo(value, 14);
  expect((2 / Math.PI) * Math.asin(kendall)).toBeCloseTo(value, 14);
  expect(normalCorrelation(value, "pearson")).toBe(value);
});

test("known values: Spearman 0.5 is 2 sin 15°, Kendall 1/3 is sin 30°", () => {
  expect(normalCorrelation(0.5, "spearman")).toBeCloseTo(0.5176380902050415, 14);
  expect(normalCorrelation(1 / 3, "kendall")).toBeCloseTo(0.5, 14);
});
