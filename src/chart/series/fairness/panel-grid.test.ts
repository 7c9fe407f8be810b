import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "../box.ts";
import { panelGrid } from "./panel-grid.ts";

test("panels have one size, none lies on another, and none leaves the room there is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 320, max: 1400 }), (count, width) => {
      const size = { width, least: 112, most: 190, gap: 26, above: 22, below: 30, leftmost: 26 };
      const { panels, height } = panelGrid(count, size);
      expect(panels).toHaveLength(count);
      const sides = panels.map(({ left, right }) => right - left);
      expect(new Set(sides).size).toBe(1);
      for (const [k, panel] of panels.entries()) {
        expect(panel.left).toBeGreaterThanOrEqual(26);
        expect(panel.right).toBeLessThanOrEqual(width);
        expect(panel.bottom + 30).toBeLessThanOrEqual(height + 0.2);
        for (const other of panels.slice(k + 1)) expect(overlaps(panel, other)).toBe(false);
      }
    }),
  );
});
