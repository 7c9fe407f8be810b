import { expect, test } from "vitest";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { auditLoad } from "./audit-load.ts";

function cubeOf(counts: readonly number[]): DecisionCube {
  const most = Math.max(...counts);
  return {
    dimensions: counts.map((count, d) => ({
      name: `a${d}`,
      role: "attribute",
      values: Array.from({ length: count }, (_, k) => `v${k}`),
    })),
    codes: counts.map((count, d) =>
      Int32Array.from({ length: most * 7 }, (_, k) => (d === 0 ? k : Math.floor((k * 7919) / (d + 3))) % count),
    ),
    n: new Float64Array(most * 7).fill(1),
    sums: {},
    scores: { kind: "none" },
    positiveLabel: "1",
  };
}

test("few groups are crossed to the last attribute", () => {
  expect(auditLoad(cubeOf([2, 5, 3]), ["a0", "a1", "a2"])).toEqual({ settings: {}, warnings: [] });
});

test("more groups than anybody reads are left uncrossed, and that is said", () => {
  const { settings, warnings } = auditLoad(cubeOf([1500, 7]), ["a0", "a1"]);
  expect(settings).toEqual({ deepest: 1 });
  expect(warnings[0]!.message).toMatch(
    /^intersections of 2 and more attributes left out: a0 and a1 alone make \d{4,} groups$/,
  );
  expect(auditLoad(cubeOf([2, 2, 2, 2]), ["a0", "a1", "a2", "a3"]).settings).toEqual({ deepest: 3 });
});

test("a column of names is no protected attribute", () => {
  expect(() => auditLoad(cubeOf([20_001]), ["a0"])).toThrow("a0 has 20001 values, more than the 20000 groups");
});
