import { expect, test } from "vitest";
import oracle from "../../../test/oracle/binomial/binomial.json" with { type: "json" };
import { binomialInterval, binomialTails } from "./binomial-interval.ts";

test("intervals and tails agree with SciPy", () => {
  expect(oracle.length).toBeGreaterThan(30);
  for (const { successes, n, level, probability, low, high, atMost, atLeast } of oracle) {
    const name = `${successes} of ${n}`;
    const interval = binomialInterval({ successes, n }, level);
    expect(Math.abs(interval.low - low), name).toBeLessThanOrEqual(1e-10 * low);
    expect(Math.abs(interval.high - high), name).toBeLessThanOrEqual(1e-10 * high);
    const tails = binomialTails({ successes, n }, probability);
    expect(Math.abs(tails.atMost - atMost), name).toBeLessThanOrEqual(1e-10 * atMost);
    expect(Math.abs(tails.atLeast - atLeast), name).toBeLessThanOrEqual(1e-10 * atLeast);
  }
});

test("ends of the range: no success, no failure, one trial", () => {
  expect(binomialInterval({ successes: 0, n: 10 }, 0.95)).toEqual({
    low: 0,
    high: expect.closeTo(1 - 0.025 ** 0.1, 12),
  });
  expect(binomialInterval({ successes: 10, n: 10 }, 0.95)).toEqual({ low: expect.closeTo(0.025 ** 0.1, 12), high: 1 });
  expect(binomialTails({ successes: 1, n: 1 }, 0.3)).toEqual({ atMost: 1, atLeast: expect.closeTo(0.3, 14) });
  expect(binomialTails({ successes: 0, n: 1 }, 0.3)).toEqual({ atMost: expect.closeTo(0.7, 14), atLeast: 1 });
});

test("the interval holds the true probability in at least 95 % of samples, whatever it is", () => {
  for (const n of [7, 20, 33]) {
    for (const probability of [0.03, 0.5, 0.9, 0.97]) {
      let covered = 0;
      for (let successes = 0; successes <= n; successes++) {
        const { low, high } = binomialInterval({ successes, n }, 0.95);
        const { atMost, atLeast } = binomialTails({ successes, n }, probability);
        if (low <= probability && probability <= high) covered += atMost + atLeast - 1;
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  }
});
