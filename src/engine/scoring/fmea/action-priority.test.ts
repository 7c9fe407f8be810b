import { describe, expect, test } from "vitest";
import { actionPriority } from "./action-priority.ts";

const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const cells = ratings.flatMap((s) => ratings.flatMap((o) => ratings.map((d) => [s, o, d] as const)));
const order = { low: 0, medium: 1, high: 2 };

describe("action priority", () => {
  test("of all thousand combinations 318 are high, 214 medium, 468 low", () => {
    const counts = { high: 0, medium: 0, low: 0 };
    for (const [s, o, d] of cells) counts[actionPriority(s, o, d)]++;
    expect(counts).toEqual({ high: 318, medium: 214, low: 468 });
  });

  test("it never falls when a rating rises", () => {
    for (const [s, o, d] of cells) {
      const here = order[actionPriority(s, o, d)];
      if (s < 10) expect(order[actionPriority(s + 1, o, d)]).toBeGreaterThanOrEqual(here);
      if (o < 10) expect(order[actionPriority(s, o + 1, d)]).toBeGreaterThanOrEqual(here);
      if (d < 10) expect(order[actionPriority(s, o, d + 1)]).toBeGreaterThanOrEqual(here);
    }
  });

  test("it contradicts the product where the product misleads", () => {
    const high = cells.filter(([s, o, d]) => actionPriority(s, o, d) === "high").map(([s, o, d]) => s * o * d);
    const low = cells.filter(([s, o, d]) => actionPriority(s, o, d) === "low").map(([s, o, d]) => s * o * d);
    expect([high.filter((rpn) => rpn < 100).length, Math.min(...high)]).toEqual([21, 54]);
    expect([low.filter((rpn) => rpn >= 100).length, Math.max(...low)]).toEqual([55, 210]);
  });

  test.each([
    [0, 5, 5, /severity not a whole number from 1 to 10: 0/],
    [5, 11, 5, /occurrence .*: 11/],
    [5, 5, 2.5, /detection .*: 2\.5/],
    [Number.NaN, 5, 5, /severity .*: NaN/],
  ])("refuses %d, %d, %d", (s, o, d, message) => {
    expect(() => actionPriority(s, o, d)).toThrow(message);
  });
});
