import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutRoc, rocPoints, withRocPoints } from "./roc-layout.ts";

const column = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 400 });
const reached = (counts: readonly number[]) => {
  const sums = new Float64Array(counts.length + 1);
  for (let k = counts.length - 1; k >= 0; k--) sums[k] = sums[k + 1]! + counts[k]!;
  return sums;
};

test("a curve climbs from nobody to everybody, with as many points as a panel can show", () => {
  fc.assert(
    fc.property(column, column, (positive, negative) => {
      const slots = Math.min(positive.length, negative.length);
      const sweep = {
        truePositive: reached(positive.slice(0, slots)),
        falsePositive: reached(negative.slice(0, slots)),
      };
      const points = rocPoints(sweep);
      if (!(sweep.truePositive[0]! > 0 && sweep.falsePositive[0]! > 0)) {
        expect(points).toEqual([]);
        return;
      }
      expect(points[0]).toEqual([0, 0]);
      expect(points.at(-1)).toEqual([1, 1]);
      expect(points.length).toBeLessThanOrEqual(2 * 160 + 2);
      for (const [k, [x, y]] of points.slice(1).entries()) expect(x >= points[k]![0] && y >= points[k]![1]).toBe(true);
    }),
  );
});

test("a group stands on its curve where its rates put it; without both classes it is unknown", () => {
  const auc = { estimate: 0.8, low: 0.7, high: 0.9, level: 0.95, n: 20, method: "delong-logit" };
  const layout = layoutRoc(
    [
      {
        key: "a",
        label: "a",
        points: [
          [0, 0],
          [0.5, 1],
          [1, 1],
        ],
        auc,
      },
      { key: "b", label: "b", points: [], auc: { estimate: null, reason: "no-positives" } },
    ],
    { width: 400 },
  );
  const [a, b] = layout.panels;
  expect(a!.note).toBe("area 0.80 (0.70–0.90)");
  expect(b).toMatchObject({ isUnknown: true, path: "", behind: "", note: "nobody has the positive label" });
  const moved = withRocPoints(layout, [{ now: null, tried: [0.5, 1] }]);
  expect(moved.panels[0]!.tried).toEqual({ x: (a!.box.left + a!.box.right) / 2, y: a!.box.top });
  expect(moved.panels[0]!.path).toBe(a!.path);
  expect(moved.panels[1]!.tried).toBeNull();
});
