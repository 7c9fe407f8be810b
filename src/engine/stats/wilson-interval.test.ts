import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

test("known intervals", () => {
  expect(wilsonInterval(8, 20).map((end) => end.toFixed(6))).toEqual(["0.218807", "0.613418"]);
  expect(wilsonInterval(0, 5).map((end) => end.toFixed(6))).toEqual(["0.000000", "0.434482"]);
  expect(wilsonInterval(5, 5)[1]).toBe(1);
});

test("at n = 10, for rates of 2, 3 … 98 %, it covers 91.4 % at least and 95.6 % on average", () => {
  const coverage = Array.from({ length: 97 }, (_, k) => {
    const p = (k + 2) / 100;
    let covered = 0;
    let ways = 1;
    for (let x = 0; x <= 10; x++) {
      const [low, high] = wilsonInterval(x, 10);
      if (low <= p && p <= high) covered += ways * p ** x * (1 - p) ** (10 - x);
      ways *= (10 - x) / (x + 1);
    }
    return covered;
  });
  expect(Math.min(...coverage).toFixed(3)).toBe("0.914");
  expect((coverage.reduce((sum, share) => sum + share, 0) / 97).toFixed(3)).toBe("0.956");
});
