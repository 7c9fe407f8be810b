import { expect, test } from "vitest";
import { disparitySize } from "./disparity-size.ts";

const between = { kind: "difference", comparison: "between-groups" } as const;
const toReference = { ...between, comparison: "to-reference" } as const;

test("a gap between groups has no direction to lose", () => {
  expect(disparitySize({ ...between, estimate: 0.2, low: 0.1, high: 0.3 })).toEqual({
    estimate: 0.2,
    low: 0.1,
    high: 0.3,
  });
});

test.each([
  [
    { estimate: 0.2, low: 0.1, high: 0.3 },
    { estimate: 0.2, low: 0.1, high: 0.3 },
  ],
  [
    { estimate: -0.2, low: -0.3, high: -0.1 },
    { estimate: 0.2, low: 0.1, high: 0.3 },
  ],
  [
    { estimate: 0.05, low: -0.1, high: 0.2 },
    { estimate: 0.05, low: 0, high: 0.2 },
  ],
  [
    { estimate: -0.05, low: -0.2, high: 0.1 },
    { estimate: 0.05, low: 0, high: 0.2 },
  ],
])("a difference from a reference group, %o", (interval, size) => {
  expect(disparitySize({ ...toReference, ...interval })).toEqual(size);
});

test("a ratio to a reference group is the same on either side of 1", () => {
  const ratio = { kind: "ratio", comparison: "to-reference" } as const;
  expect(disparitySize({ ...ratio, estimate: 0.5, low: 0.4, high: 0.8 })).toEqual({
    estimate: 0.5,
    low: 0.4,
    high: 0.8,
  });
  expect(disparitySize({ ...ratio, estimate: 2, low: 1.25, high: 2.5 })).toEqual({
    estimate: 0.5,
    low: 0.4,
    high: 0.8,
  });
  expect(disparitySize({ ...ratio, estimate: 1, low: 0.8, high: 2 })).toEqual({ estimate: 1, low: 0.5, high: 1 });
});

test("what has no value or no interval has no size", () => {
  expect(disparitySize({ ...between, estimate: null, low: null, high: null })).toBeNull();
  expect(disparitySize({ ...between, estimate: 0.2, low: null, high: 0.3 })).toBeNull();
});
