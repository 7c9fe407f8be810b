import { describe, expect, test } from "vitest";
import { defaultScale } from "../../engine/scoring/default-scale.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import { bandStep } from "./band-step.ts";
import { layoutMatrix } from "./matrix-layout.ts";

const levels = (bounds: readonly number[]) =>
  bounds.slice(1).map((to, k) => ({ name: `level ${k + 1}`, from: bounds[k]!, to }));
const scaleOf = (rows: readonly number[], columns: readonly number[]): Scale => {
  const [likelihood, impact] = [levels(rows), levels(columns)];
  const bands = likelihood.map((_, i) => impact.map((__, j) => (i + j > 1 ? "high" : "low")));
  return { likelihood, impact, score: "product", bandNames: ["low", "high"], bands };
};
const layout = (scale: Scale, cells: "equal" | "to-scale", width = 800) =>
  layoutMatrix({ scale, currency: "EUR" }, { width, cells });

describe("layoutMatrix", () => {
  test.each([
    ["equal", 800],
    ["to-scale", 800],
    ["equal", 300],
    ["to-scale", 300],
  ] as const)("%s cells tile the plot, %i pixels wide", (cells, width) => {
    const { plot, cells: found } = layout(defaultScale, cells, width);
    const area = found.reduce((sum, { box }) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
    expect(area).toBeCloseTo((plot.right - plot.left) * (plot.bottom - plot.top), 6);
    for (const { box } of found) {
      expect(box.left).toBeGreaterThanOrEqual(plot.left - 1e-9);
      expect(box.right).toBeLessThanOrEqual(plot.right + 1e-9);
      expect(box.bottom).toBeGreaterThan(box.top);
    }
    const at = (likelihood: number, impact: number) =>
      found.find((cell) => cell.likelihood === likelihood && cell.impact === impact)!.box;
    expect(at(1, 1).bottom).toBeCloseTo(plot.bottom, 9);
    expect(at(5, 5).top).toBeCloseTo(plot.top, 9);
  });

  test("to scale a cell is as wide as the factor that it spans", () => {
    const { cells } = layout(scaleOf([1, 2, 4], [1, 10, 1000]), "to-scale");
    const width = (impact: number) => {
      const { left, right } = cells.find((cell) => cell.impact === impact)!.box;
      return right - left;
    };
    expect(width(2) / width(1)).toBeCloseTo(2, 9);
  });

  test("bounds that are not known are neither drawn to scale nor said", () => {
    const unknown = levels([0, 1, 2]).map(({ name }) => ({ name, from: Number.NaN, to: Number.NaN }));
    const { cells, impactLevels, likelihoodLevels } = layout(
      { ...scaleOf([0, 1, 2], [0, 1, 2]), likelihood: unknown },
      "to-scale",
    );
    expect(new Set(cells.map(({ box }) => Math.round(box.right - box.left))).size).toBe(1);
    expect([...impactLevels, ...likelihoodLevels].map(({ range }) => range)).toEqual(["", "", "", ""]);
  });

  test("one stepped line parts two bands, and every bound between them lies on it", () => {
    const { boundaries } = layout(defaultScale, "equal");
    expect(boundaries).toHaveLength(3);
    const uniform = { ...defaultScale, bands: defaultScale.bands.map((row) => row.map(() => "low")) };
    expect(layout(uniform, "equal").boundaries).toEqual([]);
  });

  test("to scale the lines of equal loss say how far the lowest band reaches and where the highest begins", () => {
    const { equalLoss } = layout(defaultScale, "to-scale");
    expect(equalLoss.map(({ text }) => text)).toEqual(["critical begins at €900k a year", "low reaches €300k a year"]);
    expect(layout(defaultScale, "equal").equalLoss).toEqual([]);
    const fromNothing = { ...defaultScale, bands: defaultScale.bands.map((row) => ["critical", ...row.slice(1)]) };
    expect(layout(fromNothing, "to-scale").equalLoss.map(({ text }) => text)).toEqual(["low reaches €30k a year"]);
  });

  test("a line of equal loss passes through every corner that means it", () => {
    const scale = scaleOf([1, 10, 100], [1, 10, 100]);
    const { equalLoss, plot } = layout(scale, "to-scale");
    // The lowest band reaches up to 10 a year of 100, and 100 a year of 10.
    const numbers = equalLoss[1]!.path.match(/[\d.]+/g)!.map(Number);
    const [, , x1, y1, x2, y2] = numbers as [number, number, number, number, number, number];
    expect((y2 - y1) / (plot.bottom - plot.top)).toBeCloseTo((x2 - x1) / (plot.right - plot.left), 2);
    expect(equalLoss[1]!.text).toBe("low reaches €1k a year");
  });

  test("a word that has no room is cut to its first letter, then left out", () => {
    const wide = layout(defaultScale, "equal").cells.at(-1)!.text;
    const narrow = layout({ ...defaultScale, bandNames: defaultScale.bandNames }, "equal", 210).cells.at(-1)!.text;
    expect([wide, narrow]).toEqual(["critical", "C"]);
  });

  test("disagreements lead from within one cell to within the other, counted from two", () => {
    const { journeys, cells } = layoutMatrix(
      {
        scale: defaultScale,
        currency: "EUR",
        disagreements: [
          { from: { likelihood: 1, impact: 1 }, to: { likelihood: 5, impact: 5 }, count: 1 },
          { from: { likelihood: 2, impact: 2 }, to: { likelihood: 2, impact: 3 }, count: 4 },
        ],
      },
      { width: 800, cells: "equal" },
    );
    expect(journeys.map(({ text }) => text)).toEqual([null, "4"]);
    for (const [point, { box }] of [
      [journeys[0]!.from, cells[0]!],
      [journeys[0]!.to, cells.at(-1)!],
    ] as const) {
      expect(point.x > box.left && point.x < box.right).toBe(true);
      expect(point.y > box.top && point.y < box.bottom).toBe(true);
    }
  });
});

test("bands share the ramp from its first step to its last", () => {
  const names = (count: number) => Array.from({ length: count }, (_, k) => `${k}`);
  const steps = (count: number) => names(count).map((name) => bandStep(names(count), name));
  expect(steps(2)).toEqual([1, 5]);
  expect(steps(4)).toEqual([1, 2, 4, 5]);
  expect(steps(8)).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
});
