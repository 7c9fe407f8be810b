import { describe, expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { gamma } from "../../stats/gamma.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { curveCdf, lossCurve } from "./loss-curve.ts";
import { eventGrid, eventSpread, solveEvent } from "./solve-event.ts";

const options = { cells: 4096, mostCells: 2 ** 17, bracket: "none" } as const;
const exponential = gamma({ shape: 1, rate: 0.1 });

describe("one event", () => {
  test("three exponential addends are a gamma loss of shape 3", () => {
    const event = { primary: [exponential, exponential, exponential], secondary: undefined, multiplier: undefined };
    const { fine, reading } = solveEvent(event, options);
    const curve = lossCurve(fine, { none: 0, reading });
    const expected = gamma({ shape: 3, rate: 0.1 });
    for (const x of [5, 20, 40, 90]) expect(Math.abs(curveCdf(curve, x) - expected.cdf(x))).toBeLessThan(1e-5);
  });

  test("a certain loss under a uniform multiplier is uniform", () => {
    const multiplier = scaledBeta({ alpha: 1, beta: 1, min: 0.2, max: 0.6 });
    const { fine, reading } = solveEvent({ primary: [atoms([100])], secondary: undefined, multiplier }, options);
    const curve = lossCurve(fine, { none: 0, reading });
    for (const x of [25, 30, 55]) expect(Math.abs(curveCdf(curve, x) - (x - 20) / 40)).toBeLessThan(1e-3);
  });

  test("a secondary loss follows by its probability", () => {
    const secondary = { probability: { values: [0.2, 0.4], weights: [0.5, 0.5] }, loss: [atoms([30])] };
    const { fine } = solveEvent({ primary: [atoms([10])], secondary, multiplier: undefined }, options);
    expect([fine.step, fine.masses[1], fine.masses[4]]).toEqual([10, expect.closeTo(0.7, 9), expect.closeTo(0.3, 9)]);
  });
});

test("the grid of events that are certain amounts is their common unit", () => {
  const secondary = { probability: { values: [0.2], weights: [1] }, loss: [atoms([9])] };
  expect(eventGrid({ primary: [atoms([6])], secondary })).toEqual({ unit: 3, reading: "steps" });
  expect(eventGrid({ primary: [atoms([6]), exponential], secondary: undefined })).toEqual({
    unit: 6,
    reading: "smooth",
  });
});

test("the spread is that of the primary loss, of the secondary one where that is all", () => {
  const secondary = { probability: { values: [0.2], weights: [1] }, loss: [exponential] };
  expect(eventSpread({ primary: [exponential, exponential], secondary })).toBeCloseTo(Math.SQRT1_2, 12);
  expect(eventSpread({ primary: [atoms([0])], secondary })).toBeCloseTo(1, 12);
  expect(eventSpread({ primary: [atoms([0])], secondary: undefined })).toBe(1);
});
