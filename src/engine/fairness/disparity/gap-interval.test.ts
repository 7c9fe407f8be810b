import { expect, test } from "vitest";
import { koopmanInterval } from "../../stats/koopman-interval.ts";
import { moverDifference } from "../../stats/mover-interval.ts";
import { newcombeInterval } from "../../stats/newcombe-interval.ts";
import { wilsonInterval } from "../../stats/wilson-interval.ts";
import { absoluteInterval, gapInterval, pairInterval } from "./gap-interval.ts";

function share(successes: number, n: number, critical = 1.96) {
  const [low, high] = wilsonInterval(successes, n, critical);
  return { estimate: successes / n, low, high, proportion: { successes, n } };
}

test("of two shares: Newcombe's interval for the difference, Koopman's for the ratio", () => {
  const [a, b] = [share(48, 80), share(30, 90)];
  const newcombe = newcombeInterval(a.proportion, b.proportion, 1.96);
  expect(gapInterval([b, a], "difference", 1.96)).toEqual([...newcombe]);
  const [low, high] = gapInterval([a, b], "ratio", 1.96);
  const koopman = koopmanInterval(b.proportion, a.proportion, 1.96);
  expect(low).toBeCloseTo(koopman[0], 9);
  expect(high).toBeCloseTo(koopman[1], 9);
  expect(gapInterval([{ ...a, estimate: a.estimate }, b], "ratio", 1.96)[1]).toBeLessThan(1);
});

test("a size has no sign: an interval around nothing begins at nothing", () => {
  expect(absoluteInterval([-0.2, 0.1], "difference")).toEqual([0, 0.2]);
  expect(absoluteInterval([-0.2, -0.1], "difference")).toEqual([0.1, 0.2]);
  expect(absoluteInterval([0.5, 4], "ratio")).toEqual([0.25, 1]);
  expect(absoluteInterval([2, 4], "ratio")).toEqual([0.25, 0.5]);
  expect(absoluteInterval([0.5, 0.8], "ratio")).toEqual([0.5, 0.8]);
});

test("the widest pair decides", () => {
  const [low, high] = gapInterval([share(50, 100), share(20, 100), share(48, 100)], "difference", 1.96);
  expect([low, high]).toEqual([...newcombeInterval({ successes: 50, n: 100 }, { successes: 20, n: 100 }, 1.96)]);
});

test("many groups take the fast interval for ratios, near the score interval", () => {
  const groups = Array.from({ length: 70 }, (_, g) => share(300 + g, 1000, 3.5));
  const [low, high] = gapInterval(groups, "ratio", 3.5);
  const [slowLow, slowHigh] = absoluteInterval(pairInterval(groups[0]!, groups[69]!, "ratio", 3.5), "ratio");
  expect(Math.abs(low / slowLow - 1)).toBeLessThan(0.01);
  expect(high).toBe(1);
  expect(slowHigh).toBe(1);
});

test("from the groups that can be an end of the widest pair comes what all pairs give", () => {
  const groups = Array.from({ length: 90 }, (_, g) => share((g * 37) % 83, 83 + ((g * 53) % 400), 3));
  for (const some of [groups, groups.map((one) => ({ ...one, estimate: 0.3, low: 0.2, high: 0.3 + one.high }))]) {
    let [low, high] = [0, 0];
    for (const a of some) {
      for (const b of some) {
        if (a === b) continue;
        const [from, to] = moverDifference(a, b);
        low = Math.max(low, from);
        high = Math.max(high, to);
      }
    }
    const fast = gapInterval(some, "difference", 3);
    expect(fast[0]).toBeCloseTo(low, 12);
    expect(fast[1]).toBeCloseTo(high, 12);
  }
});

test("of many groups one without any success leaves the ratio open", () => {
  const groups = Array.from({ length: 70 }, (_, g) => share(g, 100, 3));
  expect(gapInterval(groups, "ratio", 3)).toEqual([0, 1]);
});
