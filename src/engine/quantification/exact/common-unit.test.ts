import { expect, test } from "vitest";
import { commonUnit } from "./common-unit.ts";

test("the common unit of amounts", () => {
  expect(commonUnit([50_000, 120_000])).toBe(10_000);
  expect(commonUnit([0.3, 0.1, 0])).toBeCloseTo(0.1, 12);
  expect(commonUnit([1, Math.PI])).toBeUndefined();
  expect(commonUnit([])).toBeUndefined();
});
