import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveBands } from "./derive-bands.ts";
import { levelsFromBounds } from "./levels-from-bounds.ts";
import type { Level } from "./scale.ts";

const names = ["low", "medium", "high", "critical"];
const geometric = (first: number, step: number, levels: number): Level[] =>
  levelsFromBounds([
    { name: "zero", from: 0 },
    ...Array.from({ length: levels - 1 }, (_, i) => ({ name: `n${i}`, from: first * step ** i })),
  ]);
const anyLevels = fc
  .record({
    zero: fc.boolean(),
    first: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    steps: fc.array(fc.double({ min: 1.1, max: 50, noNaN: true }), { minLength: 2, maxLength: 9 }),
  })
  .map(({ zero, first, steps }) => {
    let from = first;
    const froms = steps.map((step) => {
      const current = from;
      from *= step;
      return current;
    });
    return levelsFromBounds((zero ? [0, ...froms] : froms).map((value, i) => ({ name: `n${i}`, from: value })));
  });

describe("deriveBands", () => {
  test("three by three gives the one sound grid that Cox found, its upper yellow named high", () => {
    expect(deriveBands(geometric(0.1, 10, 3), geometric(1e4, 10, 3), ["green", "yellow", "red"])).toEqual([
      ["green", "green", "green"],
      ["green", "yellow", "yellow"],
      ["green", "yellow", "red"],
    ]);
    expect(deriveBands(geometric(0.1, 10, 3), geometric(1e4, 10, 3), names)).toEqual([
      ["low", "low", "low"],
      ["low", "medium", "high"],
      ["low", "high", "critical"],
    ]);
  });

  test("two by two keeps no cell of the lowest band, as no such grid is sound", () => {
    expect(deriveBands(geometric(1, 10, 2), geometric(1e5, 10, 2), names)).toEqual([
      ["medium", "medium"],
      ["medium", "critical"],
    ]);
  });

  test("two bands are cut by equal loss alone", () => {
    expect(deriveBands(geometric(0.1, 10, 3), geometric(1e4, 10, 3), ["low", "high"])).toEqual([
      ["low", "low", "low"],
      ["low", "low", "high"],
      ["low", "high", "high"],
    ]);
  });

  test("a last level with a vast top lifts the low cells that reach above the least critical loss", () => {
    const likelihood = levelsFromBounds([
      { name: "a", from: 0 },
      { name: "b", from: 0.1 },
      { name: "c", from: 1, to: 1e4 },
    ]);
    const bands = deriveBands(likelihood, geometric(1e4, 10, 3), names);
    expect(bands[2]![0]).toBe("medium");
  });

  test("on any scale bands never fall along an axis, and both of Cox's axioms hold", () => {
    fc.assert(
      fc.property(anyLevels, anyLevels, fc.integer({ min: 3, max: 8 }), (likelihood, impact, count) => {
        const order = Array.from({ length: count }, (_, i) => `band ${i}`);
        const grid = deriveBands(likelihood, impact, order).map((row) => row.map((band) => order.indexOf(band)));
        let leastTop = Number.POSITIVE_INFINITY;
        let greatestLow = 0;
        for (const [i, row] of grid.entries()) {
          for (const [j, band] of row.entries()) {
            expect(band).toBeGreaterThanOrEqual(Math.max(grid[i - 1]?.[j] ?? 0, row[j - 1] ?? 0));
            if (band === 0) greatestLow = Math.max(greatestLow, likelihood[i]!.to * impact[j]!.to);
            if (band !== count - 1) continue;
            leastTop = Math.min(leastTop, likelihood[i]!.from * impact[j]!.from);
            expect([grid[i - 1]?.[j], row[j - 1], grid[i - 1]?.[j - 1]]).not.toContain(0);
          }
        }
        expect(grid.at(-1)!.at(-1)).toBe(count - 1);
        expect(leastTop).toBeGreaterThanOrEqual(greatestLow * (1 - 1e-8));
      }),
      { numRuns: 500 },
    );
  });

  test("a change of currency changes no band", () => {
    fc.assert(
      fc.property(anyLevels, anyLevels, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (likelihood, impact, rate) => {
        const converted = impact.map(({ name, from, to }) => ({ name, from: from * rate, to: to * rate }));
        expect(deriveBands(likelihood, converted, names)).toEqual(deriveBands(likelihood, impact, names));
      }),
    );
  });
});
