import { expect, test } from "vitest";
import { justBelow } from "./just-below.ts";

test.each([1, 2 - Number.EPSILON, 1e-250, 0, -3, 1e300])("just below %d", (y) => {
  expect(justBelow(y)).toBeLessThan(y);
  expect(y - justBelow(y)).toBeLessThanOrEqual(Math.max(3e-16 * Math.abs(y), Number.MIN_VALUE));
});
