import { expect, test } from "vitest";
import oracle from "../../../test/oracle/binomial/binomial.json" with { type: "json" };
import { binomialTails } from "./binomial-tails.ts";

test("tails agree with SciPy", () => {
  expect(oracle.length).toBeGreaterThan(60);
  for (const { successes, n, probability, atMost, atLeast } of oracle) {
    const name = `${successes} of ${n}`;
    const tails = binomialTails({ successes, n }, probability);
    expect(Math.abs(tails.atMost - atMost), name).toBeLessThanOrEqual(1e-10 * atMost);
    expect(Math.abs(tails.atLeast - atLeast), name).toBeLessThanOrEqual(1e-10 * atLeast);
  }
});

test("ends of the range: no success, no failure, one trial", () => {
  expect(binomialTails({ successes: 1, n: 1 }, 0.3)).toEqual({ atMost: 1, atLeast: expect.closeTo(0.3, 14) });
  expect(binomialTails({ successes: 0, n: 1 }, 0.3)).toEqual({ atMost: expect.closeTo(0.7, 14), atLeast: 1 });
  expect(binomialTails({ successes: 5, n: 5 }, 0.9).atLeast).toBeCloseTo(0.9 ** 5, 14);
});

test("both tails hold the number itself: the probabilities of all numbers sum to 1", () => {
  let sum = 0;
  for (let successes = 0; successes <= 17; successes++) {
    const { atMost, atLeast } = binomialTails({ successes, n: 17 }, 0.85);
    sum += atMost + atLeast - 1;
  }
  expect(sum).toBeCloseTo(1, 12);
});
