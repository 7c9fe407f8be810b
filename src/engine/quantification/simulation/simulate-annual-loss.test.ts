import { expect, test } from "vitest";
import type { AnnualLoss, FigureError } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";
import { SimulationStopped } from "./simulation-stopped.ts";

function scenario(id: string, change: Partial<Scenario> = {}): Scenario {
  return { id, system: "s", frequency: 1, loss: { primary: { low: 1e5, high: 1e6 } }, controls: [], ...change };
}

function within(figure: number, error: FigureError, truth: number, errors = 4): void {
  const { standardError } = error as { standardError: number };
  expect(Math.abs(figure - truth)).toBeLessThanOrEqual(errors * standardError + 1e-6 * truth);
}

/** Reference values of a 2²¹-point FFT: mean, sd, q50, q90, q95, q99. */
test.each([
  { frequency: 1, primary: { low: 1e5, high: 1e6 }, is: [404001.28, 516137.59, 241603, 1078382, 1425887, 2247096] },
  { frequency: 0.1, primary: { low: 1e6, high: 1e7 }, is: [404001.28, 1632170.4, 0, 0, 3141756, 8097688] },
  { frequency: 10, primary: { low: 1e3, high: 1e5 }, is: [266398.01, 224420.2, 212712, 499101, 640575, 1069179] },
])(
  "$frequency events a year of $primary.low to $primary.high agree with the exact table",
  ({ frequency, primary, is }) => {
    const { portfolio } = simulateAnnualLoss([scenario("a", { frequency, loss: { primary } })], {
      years: 1e6,
      seed: 1,
    });
    const { error, valueAtRisk } = portfolio;
    within(portfolio.expectedAnnualLoss, error.expectedAnnualLoss, is[0]!);
    within(portfolio.standardDeviation, error.standardDeviation, is[1]!);
    for (const [i, p] of (["0.5", "0.9", "0.95", "0.99"] as const).entries()) {
      within(valueAtRisk[p], error.valueAtRisk[p], is[i + 2]!);
    }
  },
);

test("compound Poisson(3) of exponential losses agrees with its closed series", () => {
  const loss = { primary: { shape: 1, rate: 0.5 } };
  const { portfolio } = simulateAnnualLoss([scenario("a", { frequency: 3, loss })], { years: 1e6, seed: 2 });
  within(portfolio.valueAtRisk["0.5"], portfolio.error.valueAtRisk["0.5"], 4.96533451);
  within(portfolio.valueAtRisk["0.95"], portfolio.error.valueAtRisk["0.95"], 15.45771138);
  within(portfolio.valueAtRisk["0.99"], portfolio.error.valueAtRisk["0.99"], 21.41275141);
  expect(Math.abs(portfolio.probabilityOfLoss - (1 - 0.0497870684))).toBeLessThan(4 * Math.sqrt(0.0473 / 1e6));
});

test("shortfall of a rare loss treats the years without one: at most one event, probability near 0.005", () => {
  const rare = scenario("a", { frequency: 0.005, loss: { primary: { low: 1e5, high: 1e7 } } });
  const { portfolio } = simulateAnnualLoss([rare], { years: 1e6, seed: 3 });
  expect(portfolio.valueAtRisk["0.99"]).toBe(0);
  // All of the loss lies in the worst 1 %: ES = E[S] / 0.01 = λ E[X] / 0.01.
  const meanLoss = Math.exp(Math.log(1e12) / 2 + (Math.log(100) / (2 * 1.6448536269514722)) ** 2 / 2);
  within(portfolio.expectedShortfall["0.99"], portfolio.error.expectedShortfall["0.99"], (0.005 * meanLoss) / 0.01);
});

test("the mean over 40 seeds is the formula's: no bias that one run would hide", () => {
  const primary = { mu: 10, sigma: 1 };
  const means = Array.from(
    { length: 40 },
    (_, seed) =>
      simulateAnnualLoss([scenario("a", { frequency: 2, loss: { primary } })], {
        years: 50_000,
        seed,
        figuresOf: "portfolio",
      }).portfolio.expectedAnnualLoss,
  );
  const average = means.reduce((sum, x) => sum + x, 0) / 40;
  const spread = Math.sqrt(means.reduce((sum, x) => sum + (x - average) ** 2, 0) / 39);
  expect(Math.abs(average - 2 * Math.exp(10.5)) / (spread / Math.sqrt(40))).toBeLessThan(4);
  // And the runs differ by as much as their own standard error says.
  const theory = Math.sqrt((2 * Math.exp(20 + 2)) / 50_000);
  expect(spread / theory).toBeGreaterThan(0.65);
  expect(spread / theory).toBeLessThan(1.4);
});

test("scenarios are uncorrelated, pair by pair", () => {
  const years = 10_000;
  const scenarios = Array.from({ length: 24 }, (_, i) =>
    scenario(`r${i}`, { system: `s${i % 5}`, frequency: i % 2 ? 1 : { low: 0.5, high: 2 } }),
  );
  const deviation = (loss: AnnualLoss) => loss.standardDeviation;
  const alone = simulateAnnualLoss(scenarios, { years, seed: 9 }).risks;
  for (const [i, a] of scenarios.entries()) {
    for (const [j, b] of scenarios.slice(0, i).entries()) {
      const { portfolio } = simulateAnnualLoss([a, b], { years, seed: 9, figuresOf: "portfolio" });
      const product = deviation(alone[i]!) * deviation(alone[j]!);
      const covariance = (portfolio.standardDeviation ** 2 - deviation(alone[i]!) ** 2 - deviation(alone[j]!) ** 2) / 2;
      expect(Math.abs(covariance / product)).toBeLessThan(4 / Math.sqrt(years));
    }
  }
});

const PORTFOLIO: Scenario[] = Array.from({ length: 23 }, (_, i) =>
  scenario(`r${i}`, {
    system: i < 11 ? "big" : `s${i % 4}`,
    frequency: i % 3 ? { low: 0.2, high: 3 } : 0.8,
    controls:
      i % 4 === 1 ? [{ control: "c1", acts: "frequency", effectiveness: { min: 0.2, mode: 0.5, max: 0.6 } }] : [],
  }),
);

test("figures do not depend on the order of the scenarios, and come in that order", () => {
  const options = { years: 3000, seed: 4 };
  const forward = simulateAnnualLoss(PORTFOLIO, options);
  const backward = simulateAnnualLoss([...PORTFOLIO].reverse(), options);
  expect(backward.portfolio).toEqual(forward.portfolio);
  expect(backward.risks).toEqual([...forward.risks].reverse());
  expect(new Map(backward.systems.map((s) => [s.id, s]))).toEqual(new Map(forward.systems.map((s) => [s.id, s])));
  expect(forward.risks.map(({ id }) => id)).toEqual(PORTFOLIO.map(({ id }) => id));
  expect(forward.systems.map(({ id }) => id)).toEqual(["big", "s3", "s0", "s1", "s2"]);
});

test("the figures of a risk do not depend on what else is simulated", () => {
  const { risks } = simulateAnnualLoss(PORTFOLIO, { years: 3000, seed: 4 });
  for (const [i, one] of PORTFOLIO.entries()) {
    expect(simulateAnnualLoss([one], { years: 3000, seed: 4 }).risks[0]).toEqual(risks[i]);
  }
});

test("expected losses add up: risks to systems, systems to the portfolio, in both states", () => {
  const { portfolio, systems, risks } = simulateAnnualLoss(PORTFOLIO, { years: 2500, seed: 5 });
  const add = (parts: readonly AnnualLoss[]) => parts.reduce((sum, part) => sum + part.expectedAnnualLoss, 0);
  for (const parts of [systems, risks]) {
    expect(add(parts) / portfolio.expectedAnnualLoss).toBeCloseTo(1, 10);
    expect(add(parts.map((part) => part.inherent)) / portfolio.inherent.expectedAnnualLoss).toBeCloseTo(1, 10);
  }
  const big = PORTFOLIO.flatMap(({ system }, i) => (system === "big" ? [risks[i]!] : []));
  expect(add(big) / systems[0]!.expectedAnnualLoss).toBeCloseTo(1, 10);
});

test("the portfolio's figures alone are the same bits as among all", () => {
  const all = simulateAnnualLoss(PORTFOLIO, { years: 2500, seed: 5 });
  const alone = simulateAnnualLoss(PORTFOLIO, { years: 2500, seed: 5, figuresOf: "portfolio" });
  expect(alone).toEqual({ portfolio: all.portfolio, systems: [], risks: [], exceedance: [] });
});

test("amounts asked for are answered by the share of residual years above them, as the curve has it", () => {
  const { exceedance: points } = simulateAnnualLoss(PORTFOLIO, { years: 2500, seed: 5 }).portfolio;
  const exceeds = points.map(({ loss }) => loss);
  const { exceedance } = simulateAnnualLoss(PORTFOLIO, { years: 2500, seed: 5, exceeds });
  expect(exceedance).toEqual(points.map(({ probability }) => probability));
});

test("residual figures are never above inherent ones", () => {
  const { portfolio, systems, risks } = simulateAnnualLoss(PORTFOLIO, { years: 2500, seed: 6 });
  for (const loss of [portfolio, ...systems, ...risks]) {
    expect(loss.expectedAnnualLoss).toBeLessThanOrEqual(loss.inherent.expectedAnnualLoss);
    expect(loss.probabilityOfLoss).toBeLessThanOrEqual(loss.inherent.probabilityOfLoss);
    expect(loss.valueAtRisk["0.95"]).toBeLessThanOrEqual(loss.inherent.valueAtRisk["0.95"]);
    expect(loss.expectedShortfall["0.99"]).toBeLessThanOrEqual(loss.inherent.expectedShortfall["0.99"]);
  }
});

test("the figures of a seed stay the same bits", () => {
  // Forms that are read without Math.log, whose last bits are the language's choice.
  const mixed = scenario("a", {
    frequency: {
      contact: { min: 1, max: 9 },
      action: { alpha: 2, beta: 3 },
      vulnerability: { min: 0.1, mode: 0.4, max: 0.9 },
    },
    loss: { primary: { mu: 10, sigma: 0.8 }, secondary: { probability: 0.2, loss: { shape: 0.8, rate: 1e-5 } } },
    controls: [
      { control: "c2", acts: "frequency", effectiveness: 0.3 },
      { control: "c3", acts: "loss", effectiveness: { min: 0.1, max: 0.5 } },
    ],
  });
  const rare = scenario("b", { system: "t", frequency: 0.4, loss: { primary: { samples: [1e4, 5e4, 2e6] } } });
  const { portfolio } = simulateAnnualLoss([mixed, rare], { years: 5000, seed: 2026 });
  expect(portfolio.expectedAnnualLoss).toBe(287378.73320396495);
  expect(portfolio.inherent.expectedAnnualLoss).toBe(308693.14009406575);
  expect(portfolio.standardDeviation).toBe(723062.0711185653);
  expect(portfolio.valueAtRisk).toEqual({
    "0.5": 11057.55727308412,
    "0.9": 2000000,
    "0.95": 2014531.4492816832,
    "0.99": 2198771.4523611413,
  });
  expect(portfolio.expectedShortfall).toEqual({ "0.95": 2394364.790034707, "0.99": 3722886.817479385 });
});

test("another seed gives other years", () => {
  const mean = (seed: number) => simulateAnnualLoss(PORTFOLIO, { years: 500, seed }).portfolio.expectedAnnualLoss;
  expect(new Set([0, 1, 2, 2 ** 40].map(mean)).size).toBe(4);
});

test.each([1, 2, 7])("%s years are simulated", (years) => {
  const { portfolio, risks } = simulateAnnualLoss(PORTFOLIO, { years, seed: 1 });
  expect(Number.isFinite(portfolio.expectedShortfall["0.99"])).toBe(true);
  expect(risks).toHaveLength(PORTFOLIO.length);
});

test("no scenarios, no events and events without loss all give a loss of 0", () => {
  const options = { years: 3000, seed: 1 };
  const still = [scenario("a", { frequency: 0 }), scenario("b", { frequency: 5, loss: { primary: 0 } })];
  for (const { portfolio } of [simulateAnnualLoss([], options), simulateAnnualLoss(still, options)]) {
    expect(portfolio.expectedAnnualLoss).toBe(0);
    expect(portfolio.probabilityOfLoss).toBe(0);
    expect(portfolio.exceedance).toEqual([{ loss: 0, probability: 0 }]);
  }
});

test("many events a year: their number is Poisson, their sum follows", () => {
  const { portfolio } = simulateAnnualLoss([scenario("a", { frequency: 900, loss: { primary: 1 } })], {
    years: 4000,
    seed: 1,
  });
  within(portfolio.expectedAnnualLoss, portfolio.error.expectedAnnualLoss, 900);
  within(portfolio.standardDeviation, portfolio.error.standardDeviation, 30);
});

test("progress counts scenarios up to all", () => {
  const told: string[] = [];
  simulateAnnualLoss(PORTFOLIO, { years: 10, seed: 1 }, { onProgress: (done, all) => told.push(`${done}/${all}`) });
  expect(told.at(-1)).toBe("23/23");
  expect(new Set(told).size).toBe(told.length);
});

test("a simulation stops in the middle of a scenario when told to", () => {
  let asked = 0;
  const endless = scenario("a", { frequency: 1e5 });
  const run = () => simulateAnnualLoss([endless], { years: 1e6, seed: 1 }, { isStopped: () => ++asked > 50 });
  expect(run).toThrow(SimulationStopped);
  expect(asked).toBe(51);
});

test("what cannot be simulated is refused before anything is", () => {
  const simulate = (scenarios: Scenario[], options: { years: number; seed: number }) => () =>
    simulateAnnualLoss(scenarios, options, { onProgress: () => expect.unreachable() });
  const ok = { years: 10, seed: 1 };
  expect(simulate([scenario("a"), scenario("a")], ok)).toThrow("scenario a given twice; give each its own id");
  expect(simulate([], { years: 0, seed: 1 })).toThrow("years not a whole number from 1 to 10000000: 0");
  const last = scenario("z", { controls: [{ control: "c4", acts: "loss", effectiveness: 1.2 }] });
  expect(simulate([...PORTFOLIO, last], ok)).toThrow(
    "z: controls[0].effectiveness 1.2 is not an estimate; give a probability from 0 to 1",
  );
});

test("scenarios are left as they were", () => {
  const before = structuredClone(PORTFOLIO);
  simulateAnnualLoss(PORTFOLIO, { years: 10, seed: 1 });
  expect(PORTFOLIO).toEqual(before);
});
