import fc from "fast-check";
import { expect, test } from "vitest";
import { type Comparison, type GapKind, gapEstimate, gapOf } from "./gap.ts";

const values = [0.2, Number.NaN, 0.5, 0.4];

test.each<[GapKind, Comparison, number, number, number | null]>([
  ["difference", "between-groups", 0.3, 2, 0],
  ["ratio", "between-groups", 0.4, 0, 2],
  ["difference", "to-overall", 0.15, 2, null],
  ["ratio", "to-overall", 0.2 / 0.35, 0, null],
  ["difference", "to-reference", -0.2, 0, 3],
  ["ratio", "to-reference", 0.5, 0, 3],
])("%s %s", (kind, comparison, estimate, of, against) => {
  const gap = gapOf(values, { kind, comparison, overall: 0.35, reference: 3 });
  expect(gap?.estimate).toBeCloseTo(estimate, 12);
  expect(gap).toMatchObject({ of, against });
});

test("to the reference the direction stays: more than it is above 0 or above 1", () => {
  const question = { comparison: "to-reference", reference: 0 } as const;
  expect(gapOf([0.2, 0.5], { kind: "difference", ...question })?.estimate).toBeCloseTo(0.3, 12);
  expect(gapOf([0.2, 0.5], { kind: "ratio", ...question })?.estimate).toBeCloseTo(2.5, 12);
});

test("nothing to compare, no gap", () => {
  expect(gapOf([0.2, Number.NaN], { kind: "difference", comparison: "between-groups" })).toBeNull();
  expect(gapOf([], { kind: "difference", comparison: "between-groups" })).toBeNull();
  expect(gapOf([0, 0], { kind: "ratio", comparison: "between-groups" })).toBeNull();
  expect(gapOf([0.1, 0.2], { kind: "ratio", comparison: "to-overall", overall: 0 })).toBeNull();
  expect(gapOf([0.1, Number.NaN], { kind: "difference", comparison: "to-reference", reference: 1 })).toBeNull();
  expect(gapOf([0.1, 0.2], { kind: "difference", comparison: "to-reference" })).toBeNull();
  expect(gapEstimate([0.1], { kind: "difference", comparison: "between-groups" })).toBeNaN();
});

test("equal values have no gap, but two ends", () => {
  expect(gapOf([Number.NaN, 0.3, 0.3], { kind: "difference", comparison: "between-groups" })).toEqual({
    estimate: 0,
    of: 2,
    against: 1,
  });
});

test("the order of groups does not matter between them", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2 }), (rates) => {
      for (const kind of ["difference", "ratio"] as const) {
        const question = { kind, comparison: "between-groups" } as const;
        expect(gapEstimate(rates.toReversed(), question)).toBe(gapEstimate(rates, question));
      }
    }),
  );
});
