import { expect, test } from "vitest";
import { drawGamma } from "../stats/draw-gamma.ts";
import { drawPoisson } from "../stats/draw-poisson.ts";
import { streamKey } from "../stats/stream-key.ts";
import { frequencyBelief } from "./frequency-belief.ts";
import { frequencyFigure, frequencyPosterior, frequencyQuiet } from "./frequency-posterior.ts";

const before = frequencyBelief({ shape: 2, rate: 4 });

test("no observation, and no time, leave the belief as it was", () => {
  expect(frequencyPosterior(before, [])).toMatchObject(before);
  expect(frequencyPosterior(before, [{ id: "a", count: 0, exposure: 0 }])).toMatchObject(before);
});

test("nothing believed and nothing seen is unknown, not zero", () => {
  const nothing = frequencyBelief("jeffreys");
  expect(frequencyFigure(nothing)).toBeNull();
  expect(frequencyQuiet(nothing, 1)).toBe(0);
  expect(frequencyQuiet(before, 0)).toBe(1);
});

test("observations one after another give what they give together", () => {
  const a = { id: "a", count: 3, exposure: 5 };
  const b = { id: "b", count: 1, exposure: 0.5 };
  const { shape, rate } = frequencyPosterior(before, [a, b]);
  expect(frequencyPosterior(frequencyPosterior(before, [a]), [b])).toMatchObject({ shape, rate });
});

test("a test counts less than production, and moves the belief less", () => {
  const seen = { id: "a", count: 10, exposure: 2 };
  const mean = (weight: number) => frequencyFigure(frequencyPosterior(before, [{ ...seen, weight }]))!.estimate;
  expect(mean(0.2)).toBeGreaterThan(0.5);
  expect(mean(0.2)).toBeLessThan(mean(1));
  // Power prior: (2 + 10 δ) ÷ (4 + 2 δ).
  expect(mean(0.2)).toBeCloseTo(4 / 4.4, 14);
});

test.each([
  { shape: 2, rate: 4, years: 0.5 },
  { shape: 0.5, rate: 0.2, years: 3 },
  { shape: 12, rate: 3, years: 40 },
])("intervals cover at their level, and P(0) is met, where the prior is right: %j", ({ shape, rate, years }) => {
  const stream = streamKey(7, `frequency ${shape} ${years}`);
  const runs = 6000;
  let [covered, quiet, said] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const truth = drawGamma(stream, shape) / rate;
    const posterior = frequencyPosterior({ prior: { shape, rate }, shape, rate }, [
      { id: "a", count: drawPoisson(stream, truth * years), exposure: years },
    ]);
    const { low, high } = frequencyFigure(posterior)!;
    if (low <= truth && truth <= high) covered++;
    if (drawPoisson(stream, truth * 0.3) === 0) quiet++;
    said += frequencyQuiet(posterior, 0.3);
  }
  // Four standard errors of 6000 draws.
  expect(Math.abs(covered / runs - 0.9)).toBeLessThan(0.0155);
  expect(Math.abs(quiet - said) / runs).toBeLessThan(0.025);
});
