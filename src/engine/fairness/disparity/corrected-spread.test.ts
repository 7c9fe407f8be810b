import { expect, test } from "vitest";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { correctedSpread } from "./corrected-spread.ts";

test("known groups", () => {
  const n = [5, 60, 40, 4, 100];
  const spread = correctedSpread([3, 30, 12, 1, 55].map((x, g) => ({ rate: x / n[g]!, n: n[g]! })));
  expect(spread?.naiveVariance).toBeCloseTo(0.02425, 6);
  expect(spread?.correctedVariance).toBeCloseTo(-0.002674, 6);
  expect(spread?.spread).toBe(0);
});

test("over replications at unequal sizes the corrected variance is the true one, the naive one is above it", () => {
  const sizes = [20, 45, 80, 150, 400];
  const rates = [0.2, 0.35, 0.3, 0.42, 0.25];
  const mean = rates.reduce((a, b) => a + b) / 5;
  const truth = rates.reduce((sum, p) => sum + (p - mean) ** 2, 0) / 4;
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "spread"), 0, 0);
  const replications = 4000;
  let [corrected, naive] = [0, 0];
  for (let k = 0; k < replications; k++) {
    const spread = correctedSpread(sizes.map((n, g) => ({ rate: drawBinomial(stream, n, rates[g]!) / n, n })))!;
    corrected += spread.correctedVariance / replications;
    naive += spread.naiveVariance / replications;
  }
  expect(Math.abs(corrected / truth - 1)).toBeLessThan(0.06);
  expect(naive / truth).toBeGreaterThan(1.4);
});

test("one group has no spread, nor have groups of single rows", () => {
  expect(correctedSpread([{ rate: 0.5, n: 9 }])).toBeNull();
  expect(
    correctedSpread([
      { rate: 1, n: 1 },
      { rate: 0, n: 1 },
    ]),
  ).toBeNull();
});
