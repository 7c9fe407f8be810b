import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreTable } from "./figure-table.ts";
import { layoutScoreStrip } from "./score-strip.ts";

const heightsOf = (path: string) => [...path.matchAll(/v(-?[\d.]+)h/g)].map(([, v]) => Math.abs(Number(v)));

test("bars of both sides are on one scale, and none leaves the strip", () => {
  const slot = fc.tuple(
    fc.integer({ min: 0, max: 999 }),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(slot, { selector: ([bin]) => bin, minLength: 1 }), (slots) => {
      const sorted = slots.toSorted(([a], [b]) => a - b);
      const reached = (pick: (slot: (typeof slots)[number]) => number) => {
        const sums = new Float64Array(sorted.length + 1);
        for (let k = sorted.length - 1; k >= 0; k--) sums[k] = sums[k + 1]! + pick(sorted[k]!);
        return sums;
      };
      const edge = Float64Array.from(sorted, ([bin]) => bin / 1000);
      const sweep = { edge, truePositive: reached(([, p]) => p), selected: reached(([, p, n]) => p + n) };
      const { above, below, base, height } = layoutScoreStrip(sweep, { width: 500, height: 40 });
      for (const tall of heightsOf(above)) expect(tall).toBeLessThanOrEqual(base + 1.2);
      for (const tall of heightsOf(below)) expect(tall).toBeLessThanOrEqual(height - base + 1.2);
    }),
  );
});

test("its table counts what its bars show, nothing lost", () => {
  const sweep = {
    edge: Float64Array.of(0.1, 0.29, 0.3, 1),
    truePositive: Float64Array.of(30, 20, 6, 1, 0),
    selected: Float64Array.of(40, 30, 8, 2, 0),
  };
  const { rows } = scoreTable([{ key: "a", label: "a", scores: sweep }]);
  const counts = rows[0]!.cells.slice(1).map((cell) => cell.split(" / ").map(Number));
  expect(counts.map(([positives]) => positives)).toEqual([0, 10, 14, 5, 0, 0, 0, 0, 0, 1]);
  expect(counts.map(([, others]) => others)).toEqual([0, 0, 8, 1, 0, 0, 0, 0, 0, 1]);
});

test("one bar twice as high has twice as many", () => {
  const sweep = {
    edge: Float64Array.of(0.1, 0.9),
    truePositive: Float64Array.of(30, 20, 0),
    selected: Float64Array.of(40, 30, 0),
  };
  const { above, below } = layoutScoreStrip(sweep, { width: 500, height: 60 });
  expect(heightsOf(above)).toEqual([20, 40]);
  expect(heightsOf(below)).toEqual([20]);
});
