import { expect, test } from "vitest";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { defaultScale } from "../default-scale.ts";
import { cellRisks } from "./cell-risk.ts";

test.each(["uniform", "log-uniform"] as const)("%s: weights sum to 1, shares are those of drawn risks", (density) => {
  const { likelihood, impact } = defaultScale;
  const cells = cellRisks(likelihood, impact, density);
  expect(cells.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  const stream = new Int32Array(4);
  startStream(stream, streamKey(2, density), 0, 0);
  const draws = 4000;
  for (const [k, cell] of cells.entries()) {
    const [row, column] = [likelihood[Math.floor(k / 5)]!, impact[k % 5]!];
    // Where a level starts at 0 the other density begins one step below it.
    const bounds = (from: number, to: number, step: number) => [
      from === 0 && density !== "uniform" ? to / step : from,
      to,
    ];
    const [a, b] = bounds(row.from, row.to, 3) as [number, number];
    const [c, d] = bounds(column.from, column.to, 100_000 / 30_000) as [number, number];
    const draw = (from: number, to: number) =>
      density === "uniform" ? from + (to - from) * drawUniform(stream) : from * (to / from) ** drawUniform(stream);
    const risks = Array.from({ length: draws }, () => draw(a, b) * draw(c, d)).sort((x, y) => x - y);
    for (const p of [0.1, 0.5, 0.9]) {
      const at = risks[Math.floor(p * draws)]!;
      expect(Math.abs(cell.cdf(at) - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / draws));
    }
    expect([cell.cdf(cell.low * (1 - 1e-9)), cell.cdf(cell.high)]).toEqual([0, 1]);
  }
});
