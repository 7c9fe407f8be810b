import { expect, test } from "vitest";
import { disparityDefinition, NAMED_DISPARITIES } from "../engine/fairness/disparity/disparity-definition.ts";
import { METRIC_NAMES } from "../engine/fairness/disparity/metric-source.ts";
import { disparityNames } from "./disparity-names.ts";

test("a limit can be drawn for every disparity that the engine knows, and for no other", () => {
  const ofMetrics = METRIC_NAMES.flatMap((metric) => [`${metric}Difference`, `${metric}Ratio`]);
  expect([...disparityNames].sort()).toEqual([...new Set([...NAMED_DISPARITIES, ...ofMetrics])].sort());
});

test("a ratio is told from a difference by its name", () => {
  for (const name of disparityNames)
    expect(disparityDefinition(name).kind, name).toBe(name.endsWith("Ratio") ? "ratio" : "difference");
});
