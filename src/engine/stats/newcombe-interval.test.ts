import { expect, test } from "vitest";
import { newcombeInterval } from "./newcombe-interval.ts";

test("known interval", () => {
  const interval = newcombeInterval({ successes: 48, n: 80 }, { successes: 30, n: 90 });
  expect(interval.map((end) => end.toFixed(6))).toEqual(["0.116684", "0.400688"]);
});

test("rates at the ends keep it inside [−1, 1]", () => {
  const [low, high] = newcombeInterval({ successes: 3, n: 3 }, { successes: 0, n: 4 });
  expect(low).toBeGreaterThan(0);
  expect(high).toBe(1);
});
