import { expect, test } from "vitest";
import oracle from "../../../test/oracle/fairness/intervals.json" with { type: "json" };
import { drawHypergeometric } from "./draw-hypergeometric.ts";
import { startStream, streamKey } from "./stream-key.ts";

const draws = 20_000;

test.each(oracle.hypergeometric)(
  "$drawn of $total with $marked marked follow the law of SciPy",
  ({ total, marked, drawn, mean, variance, edges, cdf }) => {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(20261121, "hypergeometric"), total, 0);
    const values = Float64Array.from({ length: draws }, () => drawHypergeometric(stream, { total, marked, drawn }));
    const average = values.reduce((a, b) => a + b) / draws;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
    const spread = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws;
    expect(Math.abs(spread / variance - 1)).toBeLessThan(4 * Math.sqrt(3 / draws));
    for (const [k, edge] of edges.entries()) {
      const share = values.filter((x) => x <= edge).length / draws;
      expect(Math.abs(share - cdf[k]!)).toBeLessThan(4 * Math.sqrt((cdf[k]! * (1 - cdf[k]!)) / draws) + 1e-9);
    }
  },
);

test("never more than there are, never fewer than there must be", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  for (let k = 0; k < 500; k++) {
    const value = drawHypergeometric(stream, { total: 10, marked: 7, drawn: 6 });
    expect(value).toBeGreaterThanOrEqual(3);
    expect(value).toBeLessThanOrEqual(6);
  }
});
