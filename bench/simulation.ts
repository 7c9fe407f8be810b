/**
 * Simulated annual loss against vectorised NumPy: 100 scenarios × 100,000 years, 12.7 million loss events.
 *
 * Timed on both sides: event sums of each scenario, their sum by year, and of that the mean, quantiles 50 … 99 % and
 * expected shortfall (ours adds the curve and the standard errors). Threads and interpreter are started before.
 * All runs are interleaved, so that a busy moment hits everyone; medians are compared.
 *
 * Run: npx tsx bench/simulation.ts [rounds]        (needs python3 with numpy: pip install numpy)
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { QuantifiedScenarios } from "../src/engine/quantification/annual-loss.ts";
import type { Scenario } from "../src/engine/quantification/scenario.ts";
import { simulateAnnualLoss } from "../src/engine/quantification/simulation/simulate-annual-loss.ts";
import { SimulationPool } from "../src/work/simulation-pool.ts";

const YEARS = 100_000;
const EVENTS = 12_700_000;
const ROUNDS = Number(process.argv[2] ?? 15);

interface Run {
  readonly ms: number;
  readonly mean: number;
  readonly q99: number;
  readonly es99: number;
}

/** Rates from 0.25 to 8 events a year, losses of 3,000 to 300,000 at the median, sigma 0.5 to 1.5. */
const parameters = Array.from({ length: 100 }, (_, i) => ({
  rate: 10 ** ((i % 10) / 6),
  mu: Math.log(3000) + (Math.log(100) * ((i * 37) % 100)) / 99,
  sigma: 0.5 + i / 99,
}));
const allRates = parameters.reduce((sum, { rate }) => sum + rate, 0);
for (const parameter of parameters) parameter.rate *= EVENTS / YEARS / allRates;

const scenarios: Scenario[] = parameters.map(({ rate, mu, sigma }, i) => ({
  id: `risk-${i}`,
  system: `system-${i % 12}`,
  frequency: rate,
  loss: { primary: { mu, sigma } },
  controls: [],
}));

async function timed(simulate: () => QuantifiedScenarios | Promise<QuantifiedScenarios>): Promise<Run> {
  const start = performance.now();
  const { portfolio } = await simulate();
  return {
    ms: performance.now() - start,
    mean: portfolio.expectedAnnualLoss,
    q99: portfolio.valueAtRisk["0.99"],
    es99: portfolio.expectedShortfall["0.99"],
  };
}

function startNumpy() {
  const python = spawn("python3", [fileURLToPath(new URL("numpy-simulation.py", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  python.on("error", () => {
    console.error("python3 not found; install it with numpy to compare");
    process.exitCode = 2;
  });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  python.stdin.write(`${JSON.stringify({ years: YEARS, scenarios: parameters })}\n`);
  return {
    async run(variant: "yearly" | "scattered", seed: number): Promise<Run> {
      python.stdin.write(`${variant} ${seed}\n`);
      const line = await lines.next();
      if (line.done) throw new Error("numpy ended early; install it with: pip install numpy");
      return JSON.parse(line.value);
    },
    end: () => python.stdin.end(),
  };
}

const numpy = startNumpy();
const one = new SimulationPool(1);
const two = new SimulationPool(2);
const portfolio = (seed: number) => ({ years: YEARS, seed, figuresOf: "portfolio" as const });
const contestants = {
  "numpy, a Poisson number a year": (seed: number) => numpy.run("yearly", seed),
  "numpy, events scattered over years": (seed: number) => numpy.run("scattered", seed),
  "plimsoll, no thread": (seed: number) => timed(() => simulateAnnualLoss(scenarios, portfolio(seed))),
  "plimsoll, 1 thread": (seed: number) => timed(() => one.simulate(scenarios, portfolio(seed))),
  "plimsoll, 2 threads": (seed: number) => timed(() => two.simulate(scenarios, portfolio(seed))),
  "plimsoll, 2 threads, figures of every risk and system": (seed: number) =>
    timed(() => two.simulate(scenarios, { years: YEARS, seed })),
};

const runs = new Map<string, Run[]>(Object.keys(contestants).map((name) => [name, []]));
const WARM_UP = 3;
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const result = await run(round + WARM_UP + 1);
    if (round >= 0) runs.get(name)!.push(result);
  }
}
numpy.end();
await Promise.all([one.close(), two.close()]);

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const time = (name: string): number => median(runs.get(name)!.map(({ ms }) => ms));
const [usual, sameMethod] = Object.keys(contestants) as [string, string];
console.log(`${ROUNDS} rounds, medians; "×" is how many times as fast as numpy (a Poisson number a year | scattered)`);
for (const [name, results] of runs) {
  const ms = time(name);
  const ratios = `× ${(time(usual) / ms).toFixed(2)} | ${(time(sameMethod) / ms).toFixed(2)}`;
  const speed = `${(EVENTS / ms / 1000).toFixed(0)} M events/s`;
  const best = Math.min(...results.map((result) => result.ms)).toFixed(0);
  const figures = (["mean", "q99", "es99"] as const).map(
    (key) => `${key} ${median(results.map((r) => r[key])).toFixed(0)}`,
  );
  console.log(
    `${name.padEnd(54)} ${ms.toFixed(0).padStart(4)} ms (best ${best})  ${ratios}  ${speed}  ${figures.join(" ")}`,
  );
}
