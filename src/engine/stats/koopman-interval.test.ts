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

test("all successes among many: the ends at which the other side's best fit is certain", () => {
  const [low, high] = koopmanInterval({ successes: 698, n: 698 }, { successes: 70518, n: 70518 }, 4);
  expect(low).toBeCloseTo(698 / (698 + 16), 10);
  expect(1 / high).toBeCloseTo(70518 / (70518 + 16), 10);
  const [, upper] = koopmanInterval({ successes: 1117, n: 1125 }, { successes: 24757, n: 24757 }, 4);
  // Below 1 the other rate's best fit is 1, and this one's is the ratio: (x − n r)² = 16 n r (1 − r).
  expect((1117 - 1125 * upper) ** 2 / (1125 * upper * (1 - upper))).toBeCloseTo(16, 9);
});
