import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { classAssociation } from "./class-association.ts";

function cubeWith(table: { readonly [sex: string]: readonly number[] }) {
  const rows = Object.entries(table).flatMap(([sex, counts]) =>
    counts.flatMap((n, k) =>
      Array.from({ length: n }, () => ({
        values: { sex, race: "x", dept: "x", month: "2026-01" },
        decision: k < 3 ? "abc"[k]! : null,
      })),
    ),
  );
  return cubeOf({ ...classes, scores: "none" }, rows);
}

test("SciPy's association of 3 × 3, and Bergsma's correction of it; rows without a decision do not count", () => {
  const found = classAssociation(cubeWith({ f: [50, 30, 20, 4], m: [20, 30, 50], x: [9, 4, 11] }), ["sex"]);
  expect(found.plainCramersV).toBeCloseTo(0.24672280291947005, 12);
  expect(found.cramersV).toBeCloseTo(0.2288520195086856, 12);
  expect(found.totalVariation).toEqual({ estimate: expect.closeTo(0.3, 12), between: [{ sex: "f" }, { sex: "m" }] });
});

test("no association, no more than by chance, and none to be had", () => {
  const even = classAssociation(cubeWith({ f: [20, 30, 50], m: [40, 60, 100] }), ["sex"]);
  expect(even.totalVariation!.estimate).toBeCloseTo(0, 12);
  expect([even.cramersV, even.plainCramersV! < 1e-7]).toEqual([0, true]);
  const chance = classAssociation(cubeWith({ f: [20, 31, 49], m: [23, 28, 49] }), ["sex"]);
  expect(chance.plainCramersV).toBeGreaterThan(0);
  expect(chance.cramersV).toBe(0);
  expect(classAssociation(cubeWith({ f: [5, 5, 5] }), ["sex"])).toMatchObject({ totalVariation: null, cramersV: null });
});
