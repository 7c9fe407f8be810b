import { expect, test } from "vitest";
import { positionInSweep } from "./threshold-sweep.ts";

test("the first slot that reaches the threshold, or the place after the last", () => {
  const edge = Float64Array.of(0.2, 0.7);
  expect([0, 0.2, 0.3, 0.7, 0.8, Infinity].map((t) => positionInSweep({ edge }, t))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(positionInSweep({ edge: new Float64Array(0) }, 0.5)).toBe(0);
});
