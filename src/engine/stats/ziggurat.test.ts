import { expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import { ZIGGURAT_HEIGHT, ZIGGURAT_STEP_WIDTH, ZIGGURAT_SURE, ZIGGURAT_TAIL } from "./ziggurat.ts";

const POSITIONS = 2 ** 22;
const widths = Array.from(ZIGGURAT_STEP_WIDTH, (step) => step * POSITIONS);
const heights = Array.from(ZIGGURAT_HEIGHT);

test("every layer and the base with its tail cover the same area", () => {
  const tailArea = Math.sqrt(2 * Math.PI) * normalCdf(-ZIGGURAT_TAIL);
  const base = ZIGGURAT_TAIL * heights[1]! + tailArea;
  expect(widths).toHaveLength(512);
  expect(Math.abs((widths[0]! * heights[1]!) / base - 1)).toBeLessThan(1e-10);
  for (let layer = 1; layer < 512; layer++) {
    const area = widths[layer]! * (heights[layer + 1]! - heights[layer]!);
    expect(Math.abs(area / base - 1)).toBeLessThan(1e-10);
  }
});

test("edges fall from the tail to the top, heights rise along the normal density to 1", () => {
  expect(widths[1]).toBe(ZIGGURAT_TAIL);
  for (let layer = 1; layer < 512; layer++) {
    expect(widths[layer]).toBeLessThan(widths[layer - 1]!);
    expect(heights[layer]).toBeGreaterThan(heights[layer - 1]!);
    expect(Math.abs(heights[layer]! / Math.exp(-0.5 * widths[layer]! ** 2) - 1)).toBeLessThan(1e-14);
  }
  expect(heights[512]).toBe(1);
});

test("positions are sure as far as the next edge and not a step farther; none in the top layer", () => {
  for (let layer = 0; layer < 512; layer++) {
    const next = widths[layer + 1] ?? 0;
    const sure = ZIGGURAT_SURE[layer]!;
    expect(sure * ZIGGURAT_STEP_WIDTH[layer]!).toBeLessThanOrEqual(next);
    expect((sure + 1) * ZIGGURAT_STEP_WIDTH[layer]!).toBeGreaterThan(next);
  }
  expect(ZIGGURAT_SURE[511]).toBe(0);
});

test("99.2 % of positions are sure", () => {
  const sure = ZIGGURAT_SURE.reduce((sum, positions) => sum + positions, 0);
  expect(sure / (512 * POSITIONS)).toBeCloseTo(0.992, 3);
});
