import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import { expectMoments, meanOfYears, simulatedYears } from "../../../../test/harness/simulated-years.ts";
import type { ControlEffect, Count, Scenario } from "../scenario.ts";

/** First and second moment of what is not known: draws are independent, so moments of products are products. */
interface Moments {
  readonly mean: number;
  readonly square: number;
}
const certain = (x: number): Moments => ({ mean: x, square: x * x });
const uniform = (min: number, max: number): Moments => ({
  mean: (min + max) / 2,
  square: (min * min + min * max + max * max) / 3,
});
const exponential = (mean: number): Moments => ({ mean, square: 2 * mean * mean });
const lognormal = (mu: number, sigma: number): Moments => ({
  mean: Math.exp(mu + sigma ** 2 / 2),
  square: Math.exp(2 * mu + 2 * sigma ** 2),
});
const times = (a: Moments, b: Moments): Moments => ({ mean: a.mean * b.mean, square: a.square * b.square });
const plus = (a: Moments, b: Moments): Moments => ({
  mean: a.mean + b.mean,
  square: a.square + 2 * a.mean * b.mean + b.square,
});
const left = ({ mean, square }: Moments): Moments => ({ mean: 1 - mean, square: 1 - 2 * mean + square });

/** E[N] and E[N (N − 1)] of a year whose rate has these moments. */
function numbers(count: Count, rate: Moments): { readonly mean: number; readonly pairs: number } {
  switch (count.kind) {
    case "poisson":
      return { mean: rate.mean, pairs: rate.square };
    case "negative-binomial":
      return { mean: rate.mean, pairs: rate.square * (1 + 1 / count.size) };
    case "zero-inflated":
      return { mean: (1 - count.silent) * rate.mean, pairs: (1 - count.silent) * rate.square };
    case "at-most-one":
      return { mean: rate.mean, pairs: 0 };
  }
}

/** Mean and variance of a year: its events share the year's secondary probability and the share that controls leave. */
interface YearLaw {
  readonly count: Count;
  readonly rate: Moments;
  readonly primary: Moments;
  readonly probability: Moments;
  readonly secondary: Moments;
  readonly left: Moments;
}
function law({ count, rate, primary, probability, secondary, left: share }: YearLaw): {
  mean: number;
  variance: number;
} {
  const event = {
    mean: primary.mean + probability.mean * secondary.mean,
    square: primary.square + 2 * primary.mean * probability.mean * secondary.mean + probability.mean * secondary.square,
  };
  const together =
    primary.mean ** 2 + 2 * primary.mean * probability.mean * secondary.mean + probability.square * secondary.mean ** 2;
  const { mean: events, pairs } = numbers(count, rate);
  const mean = events * event.mean * share.mean;
  return { mean, variance: share.square * (events * event.square + pairs * together) - mean ** 2 };
}

/** Controls of all kinds, and what they leave of each node. */
const CONTROLS: ControlEffect[] = [
  {
    control: "a",
    acts: "frequency",
    effectiveness: { min: 0.2, max: 0.8 },
    coverage: 0.9,
    reliability: { min: 0.5, max: 1 },
  },
  { control: "b", acts: "loss", effectiveness: { samples: [0.2, 0.8] }, mechanism: "review" },
  { control: "c", acts: "loss", effectiveness: 0.8, coverage: { samples: [0.25, 0.75] }, mechanism: "review" },
  { control: "d", acts: "loss", effectiveness: { min: 0, max: 0.5 } },
  { control: "e", acts: "secondary", effectiveness: { min: 0, max: 1 } },
  { control: "f", acts: "secondary", effectiveness: { min: 0.5, max: 1 }, coverage: 0.5 },
];
const taken = times(times(uniform(0.2, 0.8), certain(0.9)), uniform(0.5, 1));
// The stronger of {0.2, 0.8} and {0.2, 0.6}, each evenly: 0.2, 0.6, 0.8, 0.8.
const review = { mean: 0.6, square: (0.04 + 0.36 + 0.64 + 0.64) / 4 };
const LEFT = {
  frequency: left(taken),
  loss: times(left(review), left(uniform(0, 0.5))),
  secondary: times(left(uniform(0, 1)), left(times(uniform(0.5, 1), certain(0.5)))),
};
const UNCONTROLLED = { frequency: certain(1), loss: certain(1), secondary: certain(1) };

const LOSS: Scenario["loss"] = {
  primary: { forms: { response: { shape: 1, rate: 1e-4 }, productivity: { mu: 9, sigma: 0.8 }, fines: 3000 } },
  secondary: {
    probability: { min: 0.1, max: 0.6 },
    loss: { forms: { reputation: { min: 0, max: 9e4 }, competitiveAdvantage: { shape: 1, rate: 1e-5 } } },
  },
};
const PRIMARY = plus(plus(exponential(1e4), lognormal(9, 0.8)), certain(3000));
const SECONDARY = plus(uniform(0, 9e4), exponential(1e5));
const PROBABILITY = uniform(0.1, 0.6);

const COUNTS: Count[] = [
  { kind: "poisson" },
  { kind: "negative-binomial", size: 0.6 },
  { kind: "negative-binomial", size: 12 },
  { kind: "zero-inflated", silent: 0.7 },
  { kind: "at-most-one" },
];

const lawOf = (count: Count, rate: Moments, share: typeof LEFT) =>
  law({
    count,
    rate: times(rate, share.frequency),
    primary: PRIMARY,
    probability: times(PROBABILITY, share.secondary),
    secondary: SECONDARY,
    left: share.loss,
  });

test.each(COUNTS.flatMap((count) => [0.4, { min: 0.1, max: 0.9 }].map((frequency) => ({ count, frequency }))))(
  "$count.kind events at the rate $frequency have the mean and variance of the formulas in both states",
  ({ count, frequency }) => {
    const scenario: Scenario = { id: "r", system: "s", frequency, count, loss: LOSS, controls: CONTROLS };
    const rate = typeof frequency === "number" ? certain(frequency) : uniform(frequency.min, frequency.max);
    expectMoments(scenario, {
      inherent: lawOf(count, rate, UNCONTROLLED),
      residual: lawOf(count, rate, LEFT),
    });
  },
);

/** A strike brings an event by chance, with everything that is not known drawn anew. */
function struck(strikes: Moments, probability: number, share: typeof LEFT): { mean: number; variance: number } {
  const p = PROBABILITY.mean * share.secondary.mean;
  const event = {
    mean: PRIMARY.mean + p * SECONDARY.mean,
    square: PRIMARY.square + 2 * PRIMARY.mean * p * SECONDARY.mean + p * SECONDARY.square,
  };
  const hit = probability * share.frequency.mean;
  const loss = times(event, share.loss);
  const average = strikes.mean * hit * loss.mean;
  return {
    mean: average,
    variance: strikes.mean * hit * loss.square + strikes.square * (hit * loss.mean) ** 2 - average ** 2,
  };
}
const together = (...parts: { mean: number; variance: number }[]) =>
  parts.reduce((a, b) => ({ mean: a.mean + b.mean, variance: a.variance + b.variance }));

test("common causes add their strikes to the scenario's own events, in both states", () => {
  const scenario: Scenario = {
    id: "r",
    system: "s",
    frequency: { min: 0.1, max: 0.3 },
    loss: LOSS,
    controls: CONTROLS,
    commonCauses: [
      { cause: "vendor", strikes: { min: 0.5, max: 2.5 }, probability: { min: 0.2, max: 0.8 } },
      { cause: "feed", strikes: 0.3, probability: 0.9 },
    ],
  };
  const truth = (share: typeof LEFT) =>
    together(
      lawOf({ kind: "poisson" }, uniform(0.1, 0.3), share),
      struck(uniform(0.5, 2.5), 0.5, share),
      struck(certain(0.3), 0.9, share),
    );
  expectMoments(scenario, { inherent: truth(UNCONTROLLED), residual: truth(LEFT) });
});

test("scenarios of one cause are struck together: their covariance is that of the shared strikes", () => {
  const strikes = uniform(0.5, 1.5);
  const scenario = (id: string, probability: number, controls: ControlEffect[]): Scenario => ({
    id,
    system: "s",
    frequency: 0.2,
    loss: { primary: { mu: 1, sigma: 0.5 } },
    controls,
    commonCauses: [{ cause: "vendor", strikes: { min: 0.5, max: 1.5 }, probability }],
  });
  const [a, b] = [scenario("a", 0.6, CONTROLS.slice(0, 1)), scenario("b", 0.9, CONTROLS.slice(0, 2))];
  const loss = lognormal(1, 0.5).mean;
  // E[K²] − E[K]² of the number of strikes K is its mean and the variance of its rate.
  const shared = (strikes.mean + strikes.square - strikes.mean ** 2) * 0.6 * loss * 0.9 * loss;
  const controlled = shared * LEFT.frequency.mean ** 2 * 0.5;
  const products = { inherent: [] as number[], residual: [] as number[] };
  for (let seed = 0; seed < 40; seed++) {
    const [x, y] = [simulatedYears(a, 10_000, seed), simulatedYears(b, 10_000, seed)];
    for (const state of ["inherent", "residual"] as const) {
      const [meanX, meanY] = [meanOfYears(x[state]), meanOfYears(y[state])];
      products[state].push(meanOfYears(x[state].map((value, year) => (value - meanX) * (y[state][year]! - meanY))));
    }
  }
  expectAverage(products.inherent, shared);
  // Of b's control on loss, alone of its mechanism, half is left.
  expectAverage(products.residual, controlled);
});

test("at most one event happens, and none in silent years", () => {
  const one: Scenario = { id: "r", system: "s", frequency: { min: 0.5, max: 1 }, loss: { primary: 1 }, controls: [] };
  const years = simulatedYears({ ...one, count: { kind: "at-most-one" } }, 20_000, 1).inherent;
  expect(new Set(years)).toEqual(new Set([0, 1]));
  const silent = simulatedYears({ ...one, frequency: 1000, count: { kind: "zero-inflated", silent: 0.4 } }, 20_000, 1);
  const share = silent.inherent.filter((loss) => loss === 0).length / 20_000;
  expect(Math.abs(share - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / 20_000));
});
