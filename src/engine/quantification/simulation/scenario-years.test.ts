import { expect, test } from "vitest";
import { expectMoments, meanOfYears, simulatedYears } from "../../../../test/harness/simulated-years.ts";
import type { Estimate } from "../estimate/estimate.ts";
import type { ControlEffect, Scenario } from "../scenario.ts";

const FREQUENCY: ControlEffect = { control: "c1", acts: "frequency", effectiveness: { min: 0.1, mode: 0.4, max: 0.9 } };
const LOSS: ControlEffect = { control: "c2", acts: "loss", effectiveness: { alpha: 2, beta: 3 } };
const SCENARIO: Scenario = {
  id: "mixed",
  system: "s",
  frequency: {
    contact: { low: 2, high: 20 },
    action: { min: 0.1, mode: 0.3, max: 0.8 },
    vulnerability: { alpha: 2, beta: 2 },
  },
  loss: {
    primary: { low: 1e4, high: 1e5 },
    secondary: { probability: { min: 0.1, mode: 0.2, max: 0.5 }, loss: { shape: 0.8, rate: 1e-5 } },
  },
  controls: [FREQUENCY, LOSS],
};

const simulated = (scenario: Scenario, years = 30_000) => simulatedYears(scenario, years);

test("the residual loss of a year is never above its inherent loss", () => {
  for (const frequency of [SCENARIO.frequency, 3, { low: 0.01, high: 0.1 }]) {
    const { inherent, residual } = simulated({ ...SCENARIO, frequency });
    expect(inherent.every((loss, year) => residual[year]! <= loss)).toBe(true);
    expect(meanOfYears(residual)).toBeLessThan(0.6 * meanOfYears(inherent));
  }
});

test("a further control never makes a year worse, and leaves the inherent years as they were", () => {
  const one = simulated({ ...SCENARIO, controls: [FREQUENCY] });
  const two = simulated({ ...SCENARIO, controls: [FREQUENCY, LOSS] });
  const three = simulated({ ...SCENARIO, controls: [FREQUENCY, LOSS, { ...FREQUENCY, control: "c3" }] });
  expect(one.inherent).toEqual(simulated({ ...SCENARIO, controls: [] }).inherent);
  expect(three.inherent).toEqual(one.inherent);
  expect(two.residual.every((loss, year) => loss <= one.residual[year]!)).toBe(true);
  expect(three.residual.every((loss, year) => loss <= two.residual[year]!)).toBe(true);
});

test("without controls the residual years are the inherent ones", () => {
  const { inherent, residual } = simulated({ ...SCENARIO, controls: [] });
  expect(residual).toEqual(inherent);
});

test("a control of effectiveness 0 takes nothing, one of 1 takes all", () => {
  for (const acts of ["frequency", "loss"] as const) {
    const none = simulated({ ...SCENARIO, controls: [{ control: "c", acts, effectiveness: 0 }] });
    expect(none.residual).toEqual(none.inherent);
    const all = simulated({ ...SCENARIO, controls: [{ control: "c", acts, effectiveness: 1 }] });
    expect(all.residual.every((loss) => loss === 0)).toBe(true);
  }
});

test("another primary loss leaves the number of events of each year", () => {
  const count = (primary: Estimate) => simulated({ ...SCENARIO, loss: { primary }, controls: [] }).inherent;
  const ones = count(1);
  expect(count(2)).toEqual(ones.map((n) => 2 * n));
  const drawn = count({ min: 1, max: 2 });
  expect(drawn.every((loss, year) => loss >= ones[year]! && loss <= 2 * ones[year]!)).toBe(true);
});

test("a year does not depend on how many years are simulated", () => {
  for (const frequency of [SCENARIO.frequency, 1.5]) {
    const scenario = { ...SCENARIO, frequency };
    const long = simulated(scenario, 5000);
    for (const years of [1, 2, 7, 2047, 2048, 2049]) {
      expect(simulated(scenario, years).residual).toEqual(long.residual.subarray(0, years));
    }
  }
});

/** First and second moment of one uncertain factor: draws are independent, so products of moments are moments. */
interface Moments {
  readonly mean: number;
  readonly square: number;
}
const pert = (min: number, mode: number, max: number): Moments => {
  const average = (min + 4 * mode + max) / 6;
  return { mean: average, square: ((average - min) * (max - average)) / 7 + average ** 2 };
};
const betaMoments = (a: number, b: number): Moments => ({
  mean: a / (a + b),
  square: (a * (a + 1)) / ((a + b) * (a + b + 1)),
});
const ci90 = (low: number, high: number): Moments => {
  const mu = Math.log(low * high) / 2;
  const sigma = Math.log(high / low) / (2 * 1.6448536269514722);
  return { mean: Math.exp(mu + sigma ** 2 / 2), square: Math.exp(2 * mu + 2 * sigma ** 2) };
};
const times = (...factors: Moments[]): Moments =>
  factors.reduce((a, b) => ({ mean: a.mean * b.mean, square: a.square * b.square }), { mean: 1, square: 1 });
const left = (effectiveness: Moments): Moments => ({
  mean: 1 - effectiveness.mean,
  square: 1 - 2 * effectiveness.mean + effectiveness.square,
});

test("mean and variance of the two-level compound are those of the formulas over 40 replications", () => {
  const rate = times(ci90(2, 20), pert(0.1, 0.3, 0.8), betaMoments(2, 2));
  const primary = ci90(1e4, 1e5);
  const p = pert(0.1, 0.2, 0.5);
  const secondary = { mean: 0.8e5, square: 0.8 * 1.8e10 };
  const event = {
    mean: primary.mean + p.mean * secondary.mean,
    square: primary.square + 2 * primary.mean * p.mean * secondary.mean + p.mean * secondary.square,
  };
  // E[S²] = E[Λ] E[X²] + E[Λ²] E[E[X | p]²]: p is drawn once a year, so events of a year share it.
  const shared = primary.mean ** 2 + 2 * primary.mean * p.mean * secondary.mean + p.square * secondary.mean ** 2;
  const expected = (frequencyLeft: Moments, lossLeft: Moments) => {
    const thinned = times(rate, frequencyLeft);
    const average = thinned.mean * event.mean * lossLeft.mean;
    const square = lossLeft.square * (thinned.mean * event.square + thinned.square * shared);
    return { mean: average, variance: square - average ** 2 };
  };
  const certain = { mean: 1, square: 1 };
  const truth = {
    inherent: expected(certain, certain),
    residual: expected(left(pert(0.1, 0.4, 0.9)), left(betaMoments(2, 3))),
  };
  expectMoments(SCENARIO, truth);
});
