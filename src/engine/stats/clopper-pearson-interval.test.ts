import { expect, test } from "vitest";
import { clopperPearsonInterval } from "./clopper-pearson-interval.ts";

test("known interval, and the ends", () => {
  expect(clopperPearsonInterval(8, 20).map((end) => end.toFixed(6))).toEqual(["0.191190", "0.639457"]);
  expect([clopperPearsonInterval(0, 5)[0], clopperPearsonInterval(5, 5)[1]]).toEqual([0, 1]);
});

test("at n = 10 it covers at least its level for every rate", () => {
  const intervals = Array.from({ length: 11 }, (_, x) => clopperPearsonInterval(x, 10));
  for (let p = 0.02; p < 0.981; p += 0.001) {
    let covered = 0;
    let ways = 1;
    for (let x = 0; x <= 10; x++) {
      const [low, high] = intervals[x]!;
      if (low <= p && p <= high) covered += ways * p ** x * (1 - p) ** (10 - x);
      ways *= (10 - x) / (x + 1);
    }
    expect(covered).toBeGreaterThanOrEqual(0.95);
  }
});
