import { afterAll, expect, test } from "vitest";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { simulateAnnualLoss } from "../engine/quantification/simulation/simulate-annual-loss.ts";
import { simulateToPrecision } from "../engine/quantification/simulation/simulate-to-precision.ts";
import { SimulationStopped } from "../engine/quantification/simulation/simulation-stopped.ts";
import { SimulationPool } from "./simulation-pool.ts";

const SCENARIOS: Scenario[] = Array.from({ length: 30 }, (_, i) => ({
  id: `r${(i * 17) % 30}`,
  system: i < 14 ? "big" : `s${i % 5}`,
  frequency: i % 3 ? { low: 0.2, high: 3 } : 0.8,
  loss: { primary: { low: 1e4, high: 1e6 }, secondary: { probability: 0.3, loss: { min: 1, mode: 5e4, max: 1e6 } } },
  controls: i % 4 === 1 ? [{ control: "c1", acts: "frequency", effectiveness: { min: 0.2, mode: 0.5, max: 0.6 } }] : [],
}));
const OPTIONS = { years: 5000, seed: 11, exceeds: [0, 5e6] };

const pool = new SimulationPool(2);
afterAll(() => pool.close());

const DEPENDENT: Scenario[] = SCENARIOS.map((scenario, i) => ({
  ...scenario,
  commonCauses: i % 3 === 0 ? [{ cause: "vendor", strikes: { min: 0.2, max: 1 }, probability: 0.5 }] : [],
  count: i % 5 === 0 ? { kind: "negative-binomial", size: 0.7 } : { kind: "poisson" },
}));
const BETWEEN = SCENARIOS.slice(1, 12).map(({ id }, i) => ({ a: SCENARIOS[0]!.id, b: id, value: 0.2 - i / 40 }));

test.each([1, 2, 3])("%s threads give the bytes of correlated scenarios with common causes too", async (threads) => {
  const threaded = new SimulationPool(threads);
  const options = { ...OPTIONS, occurrence: "portfolio", correlation: { kind: "kendall", between: BETWEEN } } as const;
  try {
    const answer = await threaded.simulate(DEPENDENT, options);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(simulateAnnualLoss(DEPENDENT, options)));
    expect(answer.largestEvent!.expectedAnnualLoss).toBeGreaterThan(0);
  } finally {
    await threaded.close();
  }
});

test("a precision is reached by the same rounds as without threads", async () => {
  const options = { relative: 0.05, seed: 3, mostYears: 50_000 };
  const rounds: number[] = [];
  const answer = await pool.simulateToPrecision(SCENARIOS, options, { onRound: ({ years }) => rounds.push(years) });
  expect(answer).toEqual(simulateToPrecision(SCENARIOS, options));
  expect(rounds).toEqual(answer.convergence.map(({ years }) => years));
  await expect(pool.simulateToPrecision(SCENARIOS, { ...options, relative: 2 })).rejects.toThrow(
    "precision not between 0 and 1: 2",
  );
});

test("a precision that is out of reach is ended by its signal", async () => {
  const abort = new AbortController();
  const run = pool.simulateToPrecision(SCENARIOS, { relative: 1e-9, seed: 1 }, { signal: abort.signal });
  setTimeout(() => abort.abort(), 100);
  await expect(run).rejects.toThrow(SimulationStopped);
});

test.each([1, 2, 4])("%s threads give the bytes of a simulation without threads", async (threads) => {
  const threaded = new SimulationPool(threads);
  try {
    const one = JSON.stringify(simulateAnnualLoss(SCENARIOS, OPTIONS));
    expect(JSON.stringify(await threaded.simulate(SCENARIOS, OPTIONS))).toBe(one);
    // The threads and their memory are used again.
    expect(JSON.stringify(await threaded.simulate(SCENARIOS, OPTIONS))).toBe(one);
  } finally {
    await threaded.close();
  }
});

test("simulations asked for at once are answered each with its own figures", async () => {
  const seeds = [1, 2, 3];
  const answers = await Promise.all(seeds.map((seed) => pool.simulate(SCENARIOS, { ...OPTIONS, seed })));
  expect(answers).toEqual(seeds.map((seed) => simulateAnnualLoss(SCENARIOS, { ...OPTIONS, seed })));
});

test("no scenarios at all give a loss of 0", async () => {
  expect((await pool.simulate([], OPTIONS)).portfolio.expectedAnnualLoss).toBe(0);
});

test("progress counts scenarios up to all", async () => {
  const told: number[] = [];
  await pool.simulate(SCENARIOS, OPTIONS, { onProgress: (done) => told.push(done) });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(30);
});

test("a running simulation is ended by its signal, and the pool serves the next", async () => {
  const abort = new AbortController();
  const endless: Scenario[] = SCENARIOS.map((scenario) => ({ ...scenario, frequency: 1e7 }));
  const run = pool.simulate(endless, { years: 1e6, seed: 1 }, { signal: abort.signal });
  setTimeout(() => abort.abort(), 50);
  await expect(run).rejects.toThrow(SimulationStopped);
  expect(await pool.simulate(SCENARIOS, OPTIONS)).toEqual(simulateAnnualLoss(SCENARIOS, OPTIONS));
});

test("a signal aborted before the start ends it at once", async () => {
  await expect(pool.simulate(SCENARIOS, OPTIONS, { signal: AbortSignal.abort() })).rejects.toThrow(SimulationStopped);
});

test("mistakes reject with the message of the simulation without threads", async () => {
  const [first] = SCENARIOS;
  await expect(pool.simulate([first!, first!], OPTIONS)).rejects.toThrow("scenario r0 given twice");
  await expect(pool.simulate(SCENARIOS, { years: 0, seed: 1 })).rejects.toThrow("years not a whole number");
  const huge: Scenario = { ...first!, frequency: 1e308, loss: { primary: 1e308 } };
  await expect(pool.simulate([huge], OPTIONS)).rejects.toThrow(RangeError);
  expect(() => new SimulationPool(0)).toThrow("threads not a whole number from 1 to 64: 0; give one such as 2");
});
