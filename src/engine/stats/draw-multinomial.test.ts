import { expect, test } from "vitest";
import { drawMultinomial } from "./draw-multinomial.ts";
import { startStream, streamKey } from "./stream-key.ts";

test("counts add up to n; means, variances and covariances are those of drawing rows with replacement", () => {
  const counts = Float64Array.of(5, 0, 60, 900, 35);
  const n = 1000;
  const draws = 6_000;
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "multinomial"), 0, 0);
  const out = new Float64Array(5);
  const sums = new Float64Array(5);
  const products = Array.from({ length: 5 }, () => new Float64Array(5));
  for (let k = 0; k < draws; k++) {
    drawMultinomial(stream, counts, n, out);
    expect(out.reduce((a, b) => a + b)).toBe(n);
    for (let i = 0; i < 5; i++) {
      sums[i]! += out[i]!;
      for (let j = 0; j < 5; j++) products[i]![j]! += (out[i]! - counts[i]!) * (out[j]! - counts[j]!);
    }
  }
  expect(sums[1]).toBe(0);
  for (let i = 0; i < 5; i++) {
    const p = counts[i]! / n;
    expect(Math.abs(sums[i]! / draws - counts[i]!)).toBeLessThanOrEqual(4 * Math.sqrt((n * p * (1 - p)) / draws));
    for (let j = 0; j < 5; j++) {
      const q = counts[j]! / n;
      const covariance = n * (i === j ? p * (1 - p) : -p * q);
      const scale = n * Math.sqrt(p * (1 - p) * q * (1 - q));
      expect(Math.abs(products[i]![j]! / draws - covariance)).toBeLessThanOrEqual((6 * scale) / Math.sqrt(draws));
    }
  }
});

test("only the stretch that was asked for is written", () => {
  const out = Float64Array.of(-1, -1, -1, -1);
  drawMultinomial(Int32Array.of(1, 2, 3, 4), Float64Array.of(9, 2, 3, 9), 50, out, 1, 3);
  expect([out[0], out[3], out[1]! + out[2]!]).toEqual([-1, -1, 50]);
});
