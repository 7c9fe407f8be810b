import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth } from "../text-width.ts";
import { placeAxisLabels } from "./aim-labels.ts";

test("no word lies on another, and none leaves the axis", () => {
  const label = fc.record({
    key: fc.uuid(),
    x: fc.integer({ min: 0, max: 500 }),
    text: fc.constantFrom("least cost 0.48", "same rate 0.84"),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
      const placed = placeAxisLabels(labels, { width: 500 });
      const boxes = placed.map(({ x, text, anchor, level }) => {
        const long = textWidth(text, 11);
        return {
          level,
          from: anchor === "start" ? x + 4 : x - 4 - long,
          to: anchor === "start" ? x + 4 + long : x - 4,
        };
      });
      for (const [k, box] of boxes.entries()) {
        expect(box.from).toBeGreaterThanOrEqual(-1);
        expect(box.to).toBeLessThanOrEqual(501);
        for (const other of boxes.slice(k + 1))
          expect(box.level === other.level && box.from < other.to && other.from < box.to).toBe(false);
      }
    }),
  );
});
