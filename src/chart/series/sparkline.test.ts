import { expect, test } from "vitest";
import { prepareSparkline } from "./sparkline.ts";

const size = { width: 48, height: 28 };

test("the lowest and the highest value span the height", () => {
  expect(prepareSparkline([1, 3, 2], size)).toEqual({ path: "M4 24L24 4L44 14", end: { x: 44, y: 14 } });
});

test("a step holds its value until the next one", () => {
  expect(prepareSparkline([1, 3], size, "step").path).toBe("M4 24H44V4");
});

test("what is not known is a gap, never zero", () => {
  expect(prepareSparkline([1, null, 3], size).path).toBe("M4 24M44 4");
  expect(prepareSparkline([null, null], size)).toEqual({ path: "", end: null });
});

test("values that never change lie in the middle", () => {
  expect(prepareSparkline([5, 5], size).path).toBe("M4 14L44 14");
});
