import { expect, test } from "vitest";
import { EstimateError } from "./estimate-error.ts";

test("names the field, the value and the remedy, and is a RangeError", () => {
  const error = new EstimateError("loss.primary", { low: 3, high: 1 }, "give 0 < low < high");
  expect(error).toBeInstanceOf(RangeError);
  expect(error.message).toBe('loss.primary {"low":3,"high":1} is not an estimate; give 0 < low < high');
  expect([error.name, error.field, error.value]).toEqual(["EstimateError", "loss.primary", { low: 3, high: 1 }]);
  expect(new EstimateError("frequency", undefined, "give a number").message).toMatch(/^frequency undefined /);
});
