import { describe, expect, test } from "vitest";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { lowFrequencies } from "./low-frequencies.ts";
import { spectrumOf } from "./year-grid.ts";

const CELLS = 4096;
const stream = Int32Array.of(1, 2, 3, 4);
/** Losses of all sizes, lumps among them, of total mass 1. */
const random = (() => {
  const masses = Float64Array.from({ length: CELLS }, (_, j) => drawUniform(stream) ** (j % 7 === 0 ? 12 : 2));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
})();
const lump = (at: number) => new Float64Array(CELLS).fill(1, at, at + 1);

describe.each([
  ["tilted from 0", 0],
  ["in a window", 7],
])("the first frequencies of a transform %s", (_, first) => {
  const grid = { step: 3, cells: CELLS, first };

  // A frequency turns within half a block by 0.2 of its share of the last one at most: the fifth power is left out.
  test.each([1, 2, 20, 30, 64, 200, CELLS / 2 + 1])("%d are those of the whole, but for (0.2·k/count)⁵/5!", (count) => {
    for (const masses of [random, lump(0), lump(1), lump(1003), lump(CELLS - 1)]) {
      const whole = spectrumOf(masses.slice(), grid);
      const low = lowFrequencies(masses.slice(), grid, count);
      expect([low.re.length, low.im.length]).toEqual([count, count]);
      low.re.forEach((x, k) => {
        const left = (0.2 * (k / count)) ** 5 / 120 + 1e-14;
        expect(Math.hypot(x - whole.re[k]!, low.im[k]! - whole.im[k]!)).toBeLessThan(left);
      });
    }
  });

  test("where they are many they have the bits of the whole", () => {
    const whole = spectrumOf(random.slice(), grid);
    const low = lowFrequencies(random.slice(), grid, 1500);
    expect(low.re).toEqual(whole.re.subarray(0, 1500));
    expect(low.im).toEqual(whole.im.subarray(0, 1500));
  });
});
