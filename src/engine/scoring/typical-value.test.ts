import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { levelOf } from "./level-of.ts";
import { typicalValue } from "./typical-value.ts";

test("is the geometric middle of the bounds, and half of the top where a level starts at zero", () => {
  expect(typicalValue({ name: "possible", from: 0.25, to: 1 })).toBe(0.5);
  expect(typicalValue({ name: "rare", from: 0, to: 0.1 })).toBe(0.05);
});

test("of each level of the default scale lies in that level", () => {
  for (const levels of [defaultScale.likelihood, defaultScale.impact]) {
    expect(levels.map((level) => levelOf(levels, typicalValue(level)))).toEqual([1, 2, 3, 4, 5]);
  }
});
