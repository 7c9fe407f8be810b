import fc from "fast-check";
import { expect, test } from "vitest";
import { drawBeta } from "../stats/draw-beta.ts";
import { drawGamma } from "../stats/draw-gamma.ts";
import { drawPoisson } from "../stats/draw-poisson.ts";
import { streamKey } from "../stats/stream-key.ts";
import { nearMissPosterior } from "./near-miss-posterior.ts";

const before = { prior: { shape: 2, rate: 4 }, shape: 2, rate: 4 };
const after = (count: number, exposure: number, lossGivenNearMiss = { alpha: 2, beta: 18 }) =>
  nearMissPosterior(before, { observations: [{ id: "a", count, exposure }], lossGivenNearMiss });

test("without time watched the belief stays", () => {
  expect(after(0, 0).belief).toEqual(before);
  expect(nearMissPosterior(before, { observations: [], lossGivenNearMiss: { alpha: 1, beta: 1 } }).belief).toBe(before);
});

test("a firmly held P(loss | near miss) of p gives the gamma of shape + K and rate + T(1 − p)/p", () => {
  const { belief, lossGivenNearMiss } = after(6, 3, { alpha: 1e5, beta: 9e5 });
  expect(belief.shape / belief.rate).toBeCloseTo(8 / (4 + 27), 3);
  expect(belief.shape).toBeCloseTo(8, 1);
  expect(lossGivenNearMiss.after).toBeCloseTo(0.1, 3);
});

test("the spread of P(loss | near miss) is carried through: a point of the same mean would be too sure", () => {
  const wide = after(40, 2, { alpha: 1, beta: 9 }).eventsPerYear;
  const point = after(40, 2, { alpha: 1e5, beta: 9e5 }).eventsPerYear;
  const relative = ({ mean, variance }: { mean: number; variance: number }) => Math.sqrt(variance) / mean;
  expect(relative(wide)).toBeGreaterThan(2.5 * relative(point));
});

test("more near misses raise the mean and the upper end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.1, max: 10, noNaN: true }), (count, exposure) => {
      const [fewer, more] = [after(count, exposure).eventsPerYear, after(count + 1, exposure).eventsPerYear];
      expect(more.mean).toBeGreaterThan(fewer.mean);
      expect(more.quantile(0.95)).toBeGreaterThan(fewer.quantile(0.95));
    }),
    { numRuns: 30 },
  );
});

test("a frequency that is held firmly learns that few near misses become losses", () => {
  const firm = { prior: { shape: 400, rate: 400 }, shape: 400, rate: 400 };
  const { belief, lossGivenNearMiss } = nearMissPosterior(firm, {
    observations: [{ id: "a", count: 100, exposure: 1 }],
    lossGivenNearMiss: { alpha: 2, beta: 8 },
  });
  expect(belief.shape / belief.rate).toBeLessThan(1.3);
  expect(lossGivenNearMiss.after).toBeLessThan(0.03);
});

test("intervals cover at their level where the priors are right", () => {
  const stream = streamKey(11, "near misses");
  const runs = 600;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const rate = drawGamma(stream, 2) / 4;
    const p = drawBeta(stream, 2, 18);
    const { quantile } = after(drawPoisson(stream, (rate * 3 * (1 - p)) / p), 3).eventsPerYear;
    if (quantile(0.05) <= rate && rate <= quantile(0.95)) covered++;
  }
  // Four standard errors of 600 draws.
  expect(Math.abs(covered / runs - 0.9)).toBeLessThan(0.049);
});

test("near misses before any time was watched for losses, and priors of no weight, are refused", () => {
  const unknown = { prior: "jeffreys", shape: 0.5, rate: 0 } as const;
  const observations = [{ id: "a", count: 1, exposure: 1 }];
  expect(() => nearMissPosterior(unknown, { observations, lossGivenNearMiss: { alpha: 1, beta: 1 } })).toThrow(
    "count the losses of the same time first",
  );
  expect(() => after(1, 1, { alpha: 0.01, beta: 1 })).toThrow("give alpha and beta from 0.1 up");
});
