import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "../box.ts";
import { layoutConfusion } from "./confusion-squares.ts";

const count = fc.integer({ min: 0, max: 100_000 });

test("areas are to one another as the counts; squares lie in their own quarter", () => {
  fc.assert(
    fc.property(count, count, count, count, (truePositives, falseNegatives, falsePositives, trueNegatives) => {
      const counts = { truePositives, falseNegatives, falsePositives, trueNegatives };
      const { squares, size, top } = layoutConfusion(counts, { size: 400 });
      const total = truePositives + falseNegatives + falsePositives + trueNegatives;
      if (total === 0) {
        expect(squares).toEqual([]);
        return;
      }
      const boxes = squares.map(({ x, y, side }) => ({ left: x, top: y, right: x + side, bottom: y + side }));
      for (const [k, { kind, side }] of squares.entries()) {
        expect(side).toBeCloseTo(Math.sqrt(counts[kind] / total) * (size / 2 - 1.5), 0);
        expect(boxes[k]!.left).toBeGreaterThanOrEqual(0);
        expect(boxes[k]!.bottom).toBeLessThanOrEqual(top + size + 0.2);
        for (const other of boxes.slice(k + 1)) expect(overlaps(boxes[k]!, other)).toBe(false);
      }
    }),
  );
});
