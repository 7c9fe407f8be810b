import fc from "fast-check";
import { expect, test } from "vitest";
import { gamma } from "../stats/gamma.ts";
import { fadeFrequency, fadeShare } from "./fade-frequency.ts";
import type { FrequencyBelief } from "./frequency-belief.ts";
import { frequencyPosterior } from "./frequency-posterior.ts";

const power = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true }).map((x) => 10 ** x);
const prior = fc.oneof(fc.constant("jeffreys" as const), fc.record({ shape: power(-1, 3), rate: power(-3, 3) }));
/** A belief after any evidence. */
const belief: fc.Arbitrary<FrequencyBelief> = fc
  .tuple(prior, fc.integer({ min: 0, max: 400 }), power(-3, 3))
  .map(([known, count, exposure]) => {
    const start = known === "jeffreys" ? { shape: 0.5, rate: 0 } : known;
    return frequencyPosterior({ prior: known, ...start }, [{ id: "a", count, exposure }]);
  });
const kept = fc.double({ min: 1e-6, max: 1, noNaN: true });
const slack = 1e-9;

test("a tick lowers neither the mean nor the upper end by which a level is judged", () => {
  fc.assert(
    fc.property(belief, kept, (before, share) => {
      const [old, now] = [gamma(before), gamma(fadeFrequency(before, share))];
      expect(now.mean).toBeGreaterThanOrEqual(old.mean * (1 - slack));
      expect(now.quantile(0.95)).toBeGreaterThanOrEqual(old.quantile(0.95) * (1 - slack));
    }),
    { numRuns: 1000 },
  );
});

test("a tick widens: the 90 % interval is no narrower, as a share of the mean where the mean stays", () => {
  fc.assert(
    fc.property(belief, kept, (before, share) => {
      const after = fadeFrequency(before, share);
      expect(after.rate).toBeLessThanOrEqual(before.rate);
      expect(gamma(after).variance).toBeGreaterThanOrEqual(gamma(before).variance * (1 - slack));
    }),
  );
});

test("two ticks are one tick of the product", () => {
  fc.assert(
    fc.property(belief, kept, kept, (before, first, second) => {
      const twice = fadeFrequency(fadeFrequency(before, first), second);
      const once = fadeFrequency(before, first * second);
      expect(Math.abs(twice.shape / once.shape - 1)).toBeLessThan(1e-8);
      expect(Math.abs(twice.rate / once.rate - 1)).toBeLessThan(1e-8);
    }),
  );
});

test("good news fades to the prior, bad news keeps its mean", () => {
  const known = { shape: 2, rate: 4 };
  const good = fadeFrequency({ prior: known, shape: 2, rate: 24 }, 1e-9);
  expect(good.shape / good.rate).toBeCloseTo(0.5, 6);
  const bad = fadeFrequency({ prior: known, shape: 30, rate: 14 }, 1e-9);
  expect(bad.shape / bad.rate).toBeCloseTo(30 / 14, 12);
  expect(bad.rate).toBeCloseTo(4, 6);
});

test("plain fading of both counts is what would lower a residual after bad news", () => {
  const [shape, rate, share] = [30, 14, 0.25];
  const plain = gamma({ shape: 2 + share * 28, rate: 4 + share * 10 });
  const held = gamma(fadeFrequency({ prior: { shape: 2, rate: 4 }, shape, rate }, share));
  expect(plain.mean).toBeLessThan(0.7 * (shape / rate));
  expect(held.mean).toBeCloseTo(shape / rate, 12);
});

test("where nothing was believed the weight falls to half an event at most", () => {
  const after = fadeFrequency({ prior: "jeffreys", shape: 4.5, rate: 2 }, 1e-6);
  expect(after.shape).toBe(0.5);
  expect(after.shape / after.rate).toBeCloseTo(2.25, 12);
});

test("nothing seen, or all kept, changes nothing", () => {
  const before = { prior: { shape: 2, rate: 4 }, shape: 2, rate: 4 };
  expect(fadeFrequency(before, 0.5)).toBe(before);
  expect(fadeFrequency({ ...before, shape: 9, rate: 8 }, 1)).toEqual({ ...before, shape: 9, rate: 8 });
  const unknown: FrequencyBelief = { prior: "jeffreys", shape: 0.5, rate: 0 };
  expect(fadeFrequency(unknown, 0.5)).toBe(unknown);
});

test("half-lives multiply, and what is no share of weight is refused", () => {
  expect(fadeShare({ elapsedDays: 0, halfLifeDays: 30 })).toBe(1);
  expect(fadeShare({ elapsedDays: 45, halfLifeDays: 30 })).toBeCloseTo(Math.SQRT1_2 / 2, 14);
  expect(() => fadeShare({ elapsedDays: -1, halfLifeDays: 30 })).toThrow("elapsedDays -1");
  expect(() => fadeShare({ elapsedDays: 1, halfLifeDays: 0 })).toThrow("halfLifeDays 0");
  for (const share of [0, -1, 1.1, Number.NaN]) {
    expect(() => fadeFrequency({ prior: "jeffreys", shape: 1, rate: 1 }, share)).toThrow("kept");
  }
});
