import { expect, test } from "vitest";
import { clopperPearsonInterval } from "./clopper-pearson-interval.ts";

test("known interval, and the ends", () => {
  expect(clopperPearsonInterval(8, 20).map((end) => end.toFixed(6))).toEqual(["0.191190", "0.639457"]);
  expect([clopperPearsonInterval(0, 5)[0], clopperPearsonInterval(5, 5)[1]]).toEqual([0, 1]);
});

test("at n = 10, for rates of 2, 3 … 98 %, it covers 96.2 % at least and 98.3 % on average", () => {
  const intervals = Array.from({ length: 11 }, (_, x) => clopperPearsonInterval(x, 10));
  const coverage = Array.from({ length: 97 }, (_, k) => {
    const p = (k + 2) / 100;
    let covered = 0;
    let ways = 1;
    for (let x = 0; x <= 10; x++) {
      const [low, high] = intervals[x]!;
      if (low <= p && p <= high) covered += ways * p ** x * (1 - p) ** (10 - x);
      ways *= (10 - x) / (x + 1);
    }
    return covered;
  });
  expect(Math.min(...coverage).toFixed(3)).toBe("0.962");
  expect((coverage.reduce((sum, share) => sum + share, 0) / 97).toFixed(3)).toBe("0.983");
});
