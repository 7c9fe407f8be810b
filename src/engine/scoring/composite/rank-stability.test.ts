import { expect, test } from "vitest";
import { rankStability } from "./rank-stability.ts";

const sure = (value: number) => [{ value, probability: 1 }];
const settings = { weights: [0.5, 0.5], how: "additive", concentration: 50, draws: 4000, seed: 1 } as const;

test("two scenarios that mirror each other share the first place evenly", () => {
  const { ranks, above } = rankStability(
    [
      [sure(0.8), sure(0.2)],
      [sure(0.2), sure(0.8)],
    ],
    settings,
  );
  expect(Math.abs(ranks[0]![0]! - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  expect(above[0]![1]! + above[1]![0]!).toBeCloseTo(1, 12);
});

test("the share of first places is the beta probability of the weights", () => {
  // First where 0.6 w + 0.1 (1 − w) > 0.3, so w > 0.4, with w ~ Beta(10, 10). SciPy 1.17: beta.sf(0.4, 10, 10).
  const { above } = rankStability(
    [
      [sure(0.6), sure(0.1)],
      [sure(0.3), sure(0.3)],
    ],
    { ...settings, concentration: 20, draws: 10_000 },
  );
  expect(Math.abs(above[0]![1]! - 0.8139079785845882)).toBeLessThan(4 * Math.sqrt((0.81 * 0.19) / 10_000));
});

test("dominated on every dimension is never above", () => {
  const { above, ranks } = rankStability(
    [
      [sure(0.4), sure(0.5)],
      [sure(0.3), sure(0.5)],
    ],
    settings,
  );
  expect(above[1]![0]!).toBe(0);
  expect(ranks[0]).toEqual([1, 0]);
});

test("ratings wobble too: with held weights only they decide", () => {
  const wobbling = [
    { value: 0.2, probability: 0.25 },
    { value: 0.5, probability: 0.75 },
  ];
  const { above, scores } = rankStability([[wobbling], [sure(0.3)]], {
    ...settings,
    weights: [1],
    concentration: Number.POSITIVE_INFINITY,
  });
  expect(Math.abs(above[0]![1]! - 0.75)).toBeLessThan(4 * Math.sqrt(0.1875 / 4000));
  expect(scores).toEqual([
    { low: 0.2, high: 0.5 },
    { low: 0.3, high: 0.3 },
  ]);
});

test("another scenario beside two does not move what is said of them; the same seed says the same", () => {
  const two = [
    [sure(0.6), sure(0.1)],
    [
      [
        { value: 0.3, probability: 0.5 },
        { value: 0.6, probability: 0.5 },
      ],
      sure(0.3),
    ],
  ];
  const before = rankStability(two, settings).above[0]![1];
  expect(rankStability([...two, [sure(0.9), sure(0.9)]], settings).above[0]![1]).toBe(before);
  expect(rankStability(two, settings).above[0]![1]).toBe(before);
});
