import { expect, test } from "vitest";
import { lnFactorial } from "./ln-factorial.ts";

test("ln k! is the sum of logarithms, on both sides of the table's end and far beyond", () => {
  let sum = 0;
  for (let k = 0; k <= 3000; k++) {
    if (k > 1) sum += Math.log(k);
    expect(Math.abs(lnFactorial(k) - sum)).toBeLessThanOrEqual(1e-13 * Math.max(1, sum));
  }
});
