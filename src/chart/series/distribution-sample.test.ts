import { expect, test } from "vitest";
import { atoms } from "../../engine/stats/atoms.ts";
import { capped } from "../../engine/stats/capped.ts";
import { lognormal } from "../../engine/stats/lognormal.ts";
import { scaledBeta } from "../../engine/stats/scaled-beta.ts";
import { sampleDistribution } from "./distribution-sample.ts";

const wide = lognormal({ mu: Math.log(200_000), sigma: 1.4 });

test("a wide loss is drawn on a logarithmic axis, where a lognormal is highest at its median", () => {
  const sample = sampleDistribution(wide);
  expect(sample.axis).toBe("logarithmic");
  const top = sample.cells.find(({ height }) => height === 1)!;
  expect(top.at / sample.p50).toBeGreaterThan(0.9);
  expect(top.at / sample.p50).toBeLessThan(1.1);
  expect(sample.spikes).toEqual([]);
  expect(sample.mean).toBeCloseTo(200_000 * Math.exp(0.98), 3);
});

test("a narrow quantity keeps a straight axis", () => {
  const sample = sampleDistribution(scaledBeta({ alpha: 3, beta: 3, min: 0.2, max: 0.6 }));
  expect(sample.axis).toBe("straight");
  expect(sample.cells.find(({ height }) => height === 1)!.at).toBeCloseTo(0.4, 1);
});

test("what a cap gathers stands on the cap and is not drawn as density", () => {
  const sample = sampleDistribution(capped(wide, 500_000));
  const above = 1 - wide.cdf(500_000);
  expect(sample.spikes).toHaveLength(1);
  expect(sample.spikes[0]!.at).toBe(500_000);
  expect(sample.spikes[0]!.probability).toBeCloseTo(above, 6);
  expect(sample.cells.at(-1)!.height).toBeLessThan(0.9);
});

test("a certain value and a few samples are spikes without cells", () => {
  expect(sampleDistribution(atoms([7]))).toMatchObject({
    cells: [],
    spikes: [{ at: 7, probability: 1 }],
    p05: 7,
    p95: 7,
  });
  const few = sampleDistribution(atoms([1, 2, 2, 5]));
  expect(few.spikes).toEqual([
    { at: 1, probability: 0.25 },
    { at: 2, probability: 0.5 },
    { at: 5, probability: 0.25 },
  ]);
  expect(few.cells).toEqual([]);
});

test("many samples become cells, whose heights are shares", () => {
  const many = sampleDistribution(atoms(Array.from({ length: 500 }, (_, i) => 1 + (i % 250))));
  expect(many.spikes).toEqual([]);
  expect(Math.max(...many.cells.map(({ height }) => height))).toBe(1);
});
