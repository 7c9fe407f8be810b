import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { levelOf } from "./level-of.ts";
import { levelProbabilities, mostProbableLevel } from "./level-probabilities.ts";

const { likelihood } = defaultScale;
const point = (at: number) => (x: number) => (x >= at ? 1 : 0);

describe("levelProbabilities", () => {
  test("of a quantity that is certain are 1 at the level that levelOf gives it, bounds included", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(0, 0.1, 0.3, 1, 3, 10, 10 * (1 - 0.9)), fc.double({ min: 0, max: 20 })),
        (at) => {
          const probabilities = levelProbabilities(likelihood, point(at));
          expect(probabilities.indexOf(1) + 1).toBe(levelOf(likelihood, at));
          expect(probabilities.filter((p) => p !== 0)).toEqual([1]);
        },
      ),
    );
  });

  test("count what lies below and above the scale in its end levels", () => {
    const levels = [
      { name: "a", from: 10, to: 20 },
      { name: "b", from: 20, to: 30 },
    ];
    const [low, high] = levelProbabilities(levels, (x) => Math.min(x / 40, 1));
    expect(low).toBeCloseTo(0.5, 7);
    expect(high).toBeCloseTo(0.5, 7);
  });

  test("hold a cumulative probability that falls or leaves [0, 1] by rounding", () => {
    const wavering = levelProbabilities(likelihood, (x) => (x < 0.2 ? 0.5 : x < 0.5 ? 0.5 - 1e-9 : 1 + 1e-9));
    expect(wavering).toEqual([0.5, 0, 0.5, 0, 0]);
  });
});

describe("mostProbableLevel", () => {
  test("is the highest of equally probable levels, equal up to rounding", () => {
    expect(mostProbableLevel([0.4, 0.2, 0.4])).toBe(3);
    expect(mostProbableLevel([0.1 + 0.2, 0.4, 0.3])).toBe(2);
    expect(mostProbableLevel([0.1 + 0.2, 0.3, 0.2, 0.2])).toBe(2);
  });

  test("is not carried upwards by many small ties", () => {
    expect(mostProbableLevel([0.2, 0.2 - 0.9e-12, 0.2 - 1.8e-12, 0.2 - 2.7e-12])).toBe(2);
  });
});
