import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth } from "../text-width.ts";
import { cutText } from "./cut-text.ts";

test("what is cut fits and begins as the whole does; what fits is not cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 20, max: 200 }), (text, width) => {
      const shown = cutText(text, width, 12);
      expect(textWidth(shown, 12)).toBeLessThanOrEqual(width);
      if (textWidth(text, 12) <= width) expect(shown).toBe(text);
      else expect(text.startsWith(shown.slice(0, -1))).toBe(true);
    }),
  );
});
