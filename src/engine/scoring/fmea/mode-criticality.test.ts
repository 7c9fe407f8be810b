import { expect, test } from "vitest";
import { modeCriticality } from "./mode-criticality.ts";

const mode = { effectProbability: 0.4, modeShare: 0.25, failuresPerYear: 12, years: 2 };

test("the criticality of an item is what its modes add up to", () => {
  const shares = [0.25, 0.5, 0.25];
  const sum = shares.reduce((total, modeShare) => total + modeCriticality({ ...mode, modeShare }), 0);
  expect(sum).toBeCloseTo(modeCriticality({ ...mode, modeShare: 1 }), 12);
});

test.each([
  [{ effectProbability: 1.2 }, /effectProbability not in \[0, 1\]: 1\.2/],
  [{ modeShare: -0.1 }, /modeShare not in \[0, 1\]: -0\.1/],
  [{ failuresPerYear: -1 }, /failuresPerYear not 0 or more: -1/],
  [{ years: Number.POSITIVE_INFINITY }, /years not 0 or more: Infinity/],
])("refuses %j", (change, message) => {
  expect(() => modeCriticality({ ...mode, ...change })).toThrow(message);
});
