import { expect, test } from "vitest";
import { normalCdf } from "../../stats/normal-cdf.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { intervalScore } from "./interval-score.ts";

test("a hit costs its width, a miss on either side the same", () => {
  expect(intervalScore({ low: 10, high: 20, truth: 10 }, 0.9)).toBe(10);
  expect(intervalScore({ low: 10, high: 20, truth: 22 }, 0.9)).toBeCloseTo(50, 12);
  expect(intervalScore({ low: 10, high: 20, truth: 8 }, 0.9)).toBeCloseTo(50, 12);
  expect(intervalScore({ low: 10, high: 20, truth: 8 }, 0.5)).toBeCloseTo(18, 12);
});

test("the expected score is least at the true quantiles", () => {
  const expected = (z: number) => {
    let sum = 0;
    for (let k = 0; k < 4000; k++)
      sum += intervalScore({ low: -z, high: z, truth: normalQuantile((k + 0.5) / 4000) }, 0.9);
    return sum / 4000;
  };
  const best = normalQuantile(0.95);
  expect(normalCdf(best)).toBeCloseTo(0.95, 12);
  expect(expected(best)).toBeLessThan(expected(0.8 * best));
  expect(expected(best)).toBeLessThan(expected(1.2 * best));
});
