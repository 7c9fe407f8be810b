import { expect, test } from "vitest";
import oracle from "../../../test/oracle/fairness/intervals.json" with { type: "json" };
import { drawBinomial } from "./draw-binomial.ts";
import { startStream, streamKey } from "./stream-key.ts";

const draws = 40_000;

test.each(oracle.binomial)(
  "$n draws of probability $p follow the law of SciPy",
  ({ n, p, mean, variance, edges, cdf }) => {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(20261121, "binomial"), n, 0);
    const values = Float64Array.from({ length: draws }, () => drawBinomial(stream, n, p));
    const average = values.reduce((a, b) => a + b) / draws;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
    const spread = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws;
    expect(Math.abs(spread / variance - 1)).toBeLessThan(4 * Math.sqrt(3 / draws));
    for (const [k, edge] of edges.entries()) {
      const share = values.filter((x) => x <= edge).length / draws;
      expect(Math.abs(share - cdf[k]!)).toBeLessThan(4 * Math.sqrt((cdf[k]! * (1 - cdf[k]!)) / draws));
    }
  },
);

test("sure things take nothing from the stream", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  expect([drawBinomial(stream, 0, 0.5), drawBinomial(stream, 9, 0), drawBinomial(stream, 9, 1)]).toEqual([0, 0, 9]);
  expect(stream).toEqual(Int32Array.of(1, 2, 3, 4));
});
