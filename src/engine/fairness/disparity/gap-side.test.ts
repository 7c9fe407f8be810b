import { expect, test } from "vitest";
import { selectionSource, tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { koopmanInterval } from "../../stats/koopman-interval.ts";
import { newcombeInterval } from "../../stats/newcombe-interval.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { type CountMetricName, countMetricMeasured } from "../rate/count-metric.ts";
import { disparityDefinition } from "./disparity-definition.ts";
import { combinedSide, gapSide, pairSide } from "./gap-side.ts";
import type { MetricSource } from "./metric-source.ts";

const source = selectionSource([
  [30, 90],
  [48, 80],
  [20, 50],
]);
const none = new Map<number, never>();

test("against all: the group beside the rest, brought down by its share", () => {
  const side = gapSide(
    source,
    "selectionRate",
    disparityDefinition("demographicParityDifference"),
    { comparison: "to-overall" },
    0.95,
    none,
  )!;
  const critical = normalQuantile((1 + 0.95 ** (1 / 3)) / 2);
  const [low, high] = newcombeInterval({ successes: 48, n: 80 }, { successes: 50, n: 140 }, critical);
  expect(side.estimate).toBeCloseTo(48 / 80 - 98 / 220, 12);
  expect(side.interval[0]).toBeCloseTo((140 / 220) * low, 9);
  expect(side.interval[1]).toBeCloseTo((140 / 220) * high, 9);
});

test("against a reference: Koopman's interval of the group that is furthest, as it is", () => {
  const definition = disparityDefinition("demographicParityRatio");
  const side = gapSide(source, "selectionRate", definition, { comparison: "to-reference", reference: 0 }, 0.95, none)!;
  const critical = normalQuantile((1 + 0.95 ** (1 / 2)) / 2);
  expect(side).toMatchObject({ of: 1, against: 0, method: "koopman" });
  expect(side.interval[0]).toBeCloseTo(
    koopmanInterval({ successes: 48, n: 80 }, { successes: 30, n: 90 }, critical)[0],
    9,
  );
});

test("one group, or a missing side, is no gap", () => {
  const definition = disparityDefinition("equalizedOddsDifference");
  const excluded = new Map([[0, "empty"] as const, [1, "empty"] as const]);
  expect(gapSide(source, "selectionRate", definition, { comparison: "between-groups" }, 0.95, excluded)).toBeNull();
  expect(pairSide(source, definition, { comparison: "between-groups" }, 0.95, excluded)).toBeNull();
  const side = gapSide(source, "selectionRate", definition, { comparison: "between-groups" }, 0.95, none);
  expect(combinedSide([side, null], definition, "between-groups")).toBeNull();
  expect(combinedSide([], definition, "between-groups")).toBeNull();
});

test("of many groups the worst pair is found without going through all", () => {
  const counts = Array.from({ length: 130 }, (_, g): [string, [number, number, number, number]] => [
    `g${g}`,
    [(g * 37) % 41, 40 - ((g * 37) % 41), (g * 53) % 61, 60 - ((g * 53) % 61)],
  ]);
  const table = tableOf(Object.fromEntries(counts));
  const many: MetricSource = {
    ...source,
    groups: table.groups,
    table,
    measure: (name, critical) => counts.map((_, g) => countMetricMeasured(table, g, name as CountMetricName, critical)),
  };
  const definition = disparityDefinition("averageAbsoluteOddsDifference");
  const side = pairSide(many, definition, { comparison: "between-groups" }, 0.95, none)!;
  let largest = 0;
  for (const [, a] of counts)
    for (const [, b] of counts)
      largest = Math.max(largest, Math.abs(a[0] - b[0]) / 40 / 2 + Math.abs(a[2] - b[2]) / 60 / 2);
  expect(side.estimate).toBeCloseTo(largest, 12);
  expect(side.interval[0]).toBeLessThan(largest);
  expect(side.interval[1]).toBeGreaterThan(largest);
});
