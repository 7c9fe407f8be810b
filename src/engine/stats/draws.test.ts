import { expect, test } from "vitest";
import { drawBeta } from "./draw-beta.ts";
import { drawExponential } from "./draw-exponential.ts";
import { drawGamma } from "./draw-gamma.ts";
import { drawNormal } from "./draw-normal.ts";
import { drawPoisson } from "./draw-poisson.ts";
import { drawUniform } from "./draw-uniform.ts";
import { fillLognormal } from "./fill-lognormal.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { normalCdf } from "./normal-cdf.ts";
import type { Stream } from "./stream.ts";
import { startStream, streamKey } from "./stream-key.ts";
import { ZIGGURAT_TAIL as TAIL } from "./ziggurat.ts";

const REPLICATIONS = 40;
const EACH = 25_000;

interface Law {
  readonly name: string;
  readonly fill: (stream: Stream, out: Float64Array) => void;
  /** Expectations that forty replications must meet, each with its function. */
  readonly expectations: readonly { readonly of: (x: number) => number; readonly is: number }[];
  /** Distribution function, where it is continuous. */
  readonly cdf?: (x: number) => number;
}

const each = (draw: (stream: Stream) => number) => (stream: Stream, out: Float64Array) => {
  for (let i = 0; i < out.length; i++) out[i] = draw(stream);
};
const moments = (mean: number, variance: number) => [
  { of: (x: number) => x, is: mean },
  { of: (x: number) => (x - mean) ** 2, is: variance },
];
const above = (limit: number, probability: number) => ({ of: (x: number) => (x > limit ? 1 : 0), is: probability });

function gammaLaw(shape: number): Law {
  const cdf = (x: number) => incompleteGamma(shape, x);
  const high = shape + 2 * Math.sqrt(shape);
  const low = Math.max(shape / 10, shape - 2 * Math.sqrt(shape));
  return {
    name: `gamma ${shape}`,
    fill: each((stream) => drawGamma(stream, shape)),
    expectations: [...moments(shape, shape), above(high, 1 - cdf(high)), above(low, 1 - cdf(low))],
    cdf,
  };
}

function betaLaw(alpha: number, beta: number): Law {
  const sum = alpha + beta;
  const cdf = (x: number) => incompleteBeta({ alpha, beta }, Math.min(1, Math.max(0, x)));
  return {
    name: `beta ${alpha}, ${beta}`,
    fill: each((stream) => drawBeta(stream, alpha, beta)),
    expectations: [
      ...moments(alpha / sum, (alpha * beta) / (sum * sum * (sum + 1))),
      above(alpha / sum, 1 - cdf(alpha / sum)),
      above((alpha / sum) ** 0.8, 1 - cdf((alpha / sum) ** 0.8)),
    ],
    cdf,
  };
}

function poissonLaw(mean: number): Law {
  const limit = Math.ceil(mean + 2 * Math.sqrt(mean));
  const low = Math.max(0, Math.floor(mean - 2 * Math.sqrt(mean)));
  // P(N > k) = P(gamma(k + 1) ≤ mean).
  return {
    name: `Poisson ${mean}`,
    fill: each((stream) => drawPoisson(stream, mean)),
    expectations: [
      ...moments(mean, mean),
      above(limit, incompleteGamma(limit + 1, mean)),
      above(low, incompleteGamma(low + 1, mean)),
    ],
  };
}

function lognormalLaw(mu: number, sigma: number): Law {
  const cdf = (x: number) => normalCdf((Math.log(x) - mu) / sigma);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  return {
    name: `lognormal ${mu}, ${sigma}`,
    fill: (stream, out) => fillLognormal(stream, mu, sigma, out, out.length),
    expectations: [
      ...moments(mean, Math.expm1(sigma * sigma) * mean * mean),
      { of: Math.log, is: mu },
      { of: (x) => (Math.log(x) - mu) ** 2, is: sigma * sigma },
      above(Math.exp(mu + 2 * sigma), normalCdf(-2)),
    ],
    cdf,
  };
}

const LAWS: readonly Law[] = [
  {
    name: "uniform",
    fill: each(drawUniform),
    expectations: [...moments(1 / 2, 1 / 12), above(0.999, 0.001)],
    cdf: (x) => x,
  },
  {
    name: "exponential",
    fill: each(drawExponential),
    expectations: [...moments(1, 1), above(5, Math.exp(-5))],
    cdf: (x) => -Math.expm1(-x),
  },
  {
    name: "normal",
    fill: each(drawNormal),
    expectations: [
      ...moments(0, 1),
      { of: (x) => x ** 4, is: 3 },
      above(3, normalCdf(-3)),
      { of: (x) => (x < -2 ? 1 : 0), is: normalCdf(-2) },
    ],
    cdf: normalCdf,
  },
  lognormalLaw(0, 0.5),
  lognormalLaw(11, 0.3),
  lognormalLaw(-2, 0.7),
  gammaLaw(0.05),
  gammaLaw(0.6),
  gammaLaw(1),
  gammaLaw(3.5),
  gammaLaw(200),
  betaLaw(0.3, 0.2),
  betaLaw(0.5, 4),
  betaLaw(1, 1),
  betaLaw(2.3, 3.7),
  betaLaw(90, 12),
  poissonLaw(0.002),
  poissonLaw(0.7),
  poissonLaw(9.99),
  poissonLaw(10.01),
  poissonLaw(35),
  poissonLaw(5000),
  poissonLaw(1e7),
];

function replications(law: Law): Float64Array[] {
  return Array.from({ length: REPLICATIONS }, (_, i) => {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(2026, law.name), i, 0);
    const out = new Float64Array(EACH);
    law.fill(stream, out);
    return out;
  });
}

test.each(LAWS)("mean, variance and tail probabilities over 40 replications: $name", (law) => {
  const samples = replications(law);
  for (const { of, is } of law.expectations) {
    const means = samples.map((sample) => sample.reduce((sum, x) => sum + of(x), 0) / EACH);
    const mean = means.reduce((sum, x) => sum + x, 0) / REPLICATIONS;
    const variance = means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (REPLICATIONS - 1);
    expect(Math.abs(mean - is) / Math.sqrt(variance / REPLICATIONS)).toBeLessThan(4);
  }
});

test.each(LAWS.flatMap(({ cdf, ...law }) => (cdf ? [{ ...law, cdf }] : [])))(
  "Kolmogorov-Smirnov distance of a million draws: $name",
  (law) => {
    const all = Float64Array.from(replications(law).flatMap((sample) => [...sample])).sort();
    let distance = 0;
    // Every hundredth point: between them the distance cannot grow by more than 1e-4.
    for (let i = 0; i < all.length; i += 100) {
      distance = Math.max(distance, Math.abs(law.cdf(all[i]!) - (i + 0.5) / all.length));
    }
    expect(distance).toBeLessThan(1.95 / Math.sqrt(all.length));
  },
);

test("the normal's tail beyond the ziggurat's base has its whole mass: a refusal there is retried there", () => {
  // 60 million draws: starting over with another layer loses 6 % of the tail, five standard errors at this number.
  const n = 60_000_000;
  const out = new Float64Array(6000);
  const stream = new Int32Array(4);
  const high = Math.exp(TAIL);
  const low = Math.exp(-TAIL);
  let beyond = 0;
  let excess = 0;
  for (let block = 0; block < n / out.length; block++) {
    startStream(stream, streamKey(1, "tail"), block, 0);
    fillLognormal(stream, 0, 1, out, out.length);
    for (let i = 0; i < out.length; i++) {
      const x = out[i]!;
      if (x < high && x > low) continue;
      beyond++;
      excess += Math.abs(Math.log(x)) - TAIL;
    }
  }
  const expected = 2 * n * normalCdf(-TAIL);
  expect(Math.abs(beyond - expected)).toBeLessThan(3 * Math.sqrt(expected));
  const meanExcess = Math.exp(-0.5 * TAIL * TAIL) / Math.sqrt(2 * Math.PI) / normalCdf(-TAIL) - TAIL;
  expect(Math.abs(excess / beyond - meanExcess)).toBeLessThan((3 * meanExcess) / Math.sqrt(beyond));
});

test("Poisson counts fit their probabilities cell by cell", () => {
  for (const mean of [3, 12, 60]) {
    const n = 400_000;
    const stream = new Int32Array(4);
    startStream(stream, streamKey(5, `cells ${mean}`), 0, 0);
    const counts = new Map<number, number>();
    for (let i = 0; i < n; i++) {
      const k = drawPoisson(stream, mean);
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    let chiSquare = 0;
    let cells = 0;
    let probability = Math.exp(-mean);
    for (let k = 0; k < 4 * mean + 10; k++, probability *= mean / k) {
      const expected = n * probability;
      if (expected < 20) continue;
      chiSquare += ((counts.get(k) ?? 0) - expected) ** 2 / expected;
      cells++;
    }
    expect(chiSquare).toBeLessThan(cells + 3.5 * Math.sqrt(2 * cells));
    expect(chiSquare).toBeGreaterThan(cells - 3.5 * Math.sqrt(2 * cells));
  }
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("a Poisson mean of %s is refused", (mean) => {
  expect(() => drawPoisson(Int32Array.of(1, 2, 3, 4), mean)).toThrow(RangeError);
});

test("lognormal draws stay finite numbers or the ends of the range for parameters that leave it", () => {
  const out = new Float64Array(500);
  fillLognormal(Int32Array.of(1, 2, 3, 4), 600, 100, out, 500);
  expect(out.every((x) => x >= 0)).toBe(true);
  expect(out.some((x) => x === Number.POSITIVE_INFINITY)).toBe(true);
  fillLognormal(Int32Array.of(1, 2, 3, 4), 3, 0, out, 500);
  expect(out.every((x) => Math.abs(x / Math.exp(3) - 1) < 2e-15)).toBe(true);
});
