import { expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";

test("both tails add up to 1, the function rises", () => {
  let before = 0;
  for (let z = -9; z <= 9; z += 0.0625) {
    expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(3e-16);
    expect(normalCdf(z)).toBeGreaterThanOrEqual(before);
    before = normalCdf(z);
  }
});

test("ends of the range", () => {
  expect([normalCdf(-Infinity), normalCdf(-50), normalCdf(50), normalCdf(Infinity)]).toEqual([0, 0, 1, 1]);
  expect(normalCdf(Number.NaN)).toBeNaN();
});
