import { expect, test } from "vitest";
import { koopmanInterval } from "./koopman-interval.ts";

const a = { successes: 7, n: 20 };

test("exchanging the groups inverts it", () => {
  const [low, high] = koopmanInterval(a, { successes: 2, n: 31 });
  const [mirroredLow, mirroredHigh] = koopmanInterval({ successes: 2, n: 31 }, a);
  expect(1 / mirroredHigh).toBeCloseTo(low, 10);
  expect(1 / mirroredLow).toBeCloseTo(high, 8);
});

test("without a success on one side one end is finite, without any there is nothing to say", () => {
  const [low, high] = koopmanInterval(a, { successes: 0, n: 31 });
  expect(low).toBeGreaterThan(1);
  expect(high).toBe(Infinity);
  const [none, upper] = koopmanInterval({ successes: 0, n: 31 }, a);
  expect([none, 1 / upper > 1]).toEqual([0, true]);
  expect(koopmanInterval({ successes: 0, n: 5 }, { successes: 0, n: 9 })).toEqual([0, Infinity]);
});

test("all successes on both sides leave a finite interval around 1", () => {
  const [low, high] = koopmanInterval({ successes: 5, n: 5 }, { successes: 9, n: 9 });
  expect(low).toBeGreaterThan(0.4);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
  expect(high).toBeLessThan(2);
});
