import { expect, test } from "vitest";
import { layoutSweep, type SweptFigure } from "./sweep-layout.ts";

const grid = [0, 0.25, 0.5, 0.75, 1];
const figure = (change: Partial<SweptFigure> = {}): SweptFigure => ({
  key: "ratio",
  name: "Selection rates",
  detail: "lowest ÷ highest",
  values: [1, 0.8, 0.6, 0.4, null],
  limit: 0.8,
  tried: 0.6,
  audited: 0.4,
  format: (value) => value.toFixed(2),
  within: [0, 1],
  ...change,
});

test("higher is further up; what is tried lies on the curve, and a curve stops where it has no value", () => {
  const { panels, tried } = layoutSweep({
    grid,
    figures: [figure()],
    tried: 0.5,
    audited: { at: 0.75, name: "audit" },
    width: 840,
  });
  const [panel] = panels;
  const points = [...panel!.path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(points).toHaveLength(4);
  const ys = points.map(([, y]) => y!);
  expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  expect([panel!.at!.x, panel!.at!.y]).toEqual(points[2]);
  expect([panel!.was!.x, panel!.was!.y]).toEqual(points[3]);
  expect(panel!.limit!.y).toBe(points[1]![1]);
  expect(tried).toEqual({ x: points[2]![0], text: "tried 0.5" });
});

test("the audited threshold is not written over the tried one; groups with their own have none", () => {
  const at = (tried: number, audited: number | null) =>
    layoutSweep({
      grid,
      figures: [figure()],
      tried,
      audited: audited === null ? null : { at: audited, name: "audit" },
      width: 840,
    }).audited;
  expect(at(0.5, 0.51)!.text).toBe("");
  expect(at(0.2, 0.7)!.text).toBe("audit 0.7");
  expect(at(0.2, null)).toBeNull();
});
