/**
 * Annual loss against the tools that people use: 100 scenarios × 100,000 years, 12.7 million loss events, in one run.
 *
 * Timed on all sides: event sums of each scenario, their sum by year, and of that the mean, quantiles 50 … 99 % and
 * expected shortfall (ours adds the curve and the errors); of the exact engine its portfolio curve with the same
 * figures, and the same after one scenario has changed. Threads and interpreters are started before. All runs are
 * interleaved, so that a busy moment hits everyone; medians are compared.
 *
 * Peers are measured where the interpreter has them, and said to be absent where not:
 *
 *     python3 -m venv peers && peers/bin/pip install numpy pyfair
 *     npx tsx bench/quantification.ts [rounds] [peers/bin/python]
 *
 * pip finds no riskquant.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { AnnualLoss } from "../src/engine/quantification/annual-loss.ts";
import { changingPortfolio } from "../src/engine/quantification/change/changing-portfolio.ts";
import { exactAnnualLoss } from "../src/engine/quantification/exact/exact-annual-loss.ts";
import type { Scenario } from "../src/engine/quantification/scenario.ts";
import { simulateAnnualLoss } from "../src/engine/quantification/simulation/simulate-annual-loss.ts";
import { SimulationPool } from "../src/work/simulation-pool.ts";

const YEARS = 100_000;
const EVENTS = 12_700_000;
const ROUNDS = Number(process.argv[2] ?? 15);
const PYTHON = process.argv[3] ?? "python3";

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

async function timed(portfolio: () => AnnualLoss | Promise<AnnualLoss>): Promise<Run> {
  const start = performance.now();
  const { expectedAnnualLoss, valueAtRisk, expectedShortfall } = await portfolio();
  const ms = performance.now() - start;
  return { ms, mean: expectedAnnualLoss, q99: valueAtRisk["0.99"], es99: expectedShortfall["0.99"] };
}

/** A peer in an interpreter of its own; null where that has not got it. */
function startPeer(module: string, file: string) {
  return new Promise<{ run(variant: string, seed: number): Promise<Run>; end(): void } | null>((resolve) => {
    const probe = spawn(PYTHON, ["-c", `import ${module}`], { stdio: "ignore" });
    probe.on("error", () => resolve(null));
    probe.on("close", (code) => {
      if (code !== 0) return resolve(null);
      const python = spawn(PYTHON, [fileURLToPath(new URL(file, import.meta.url))], {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, OMP_NUM_THREADS: "1" },
      });
      const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
      python.stdin.write(`${JSON.stringify({ years: YEARS, scenarios: parameters })}\n`);
      resolve({
        async run(variant, seed) {
          python.stdin.write(`${variant} ${seed}\n`);
          const line = await lines.next();
          if (line.done) throw new Error(`${file} ended early; its message is above`);
          return JSON.parse(line.value);
        },
        end: () => python.stdin.end(),
      });
    });
  });
}

const numpy = await startPeer("numpy", "numpy-simulation.py");
const pyfair = await startPeer("pyfair", "pyfair-simulation.py");
const one = new SimulationPool(1);
const two = new SimulationPool(2);
const changing = changingPortfolio(scenarios);
const ofPortfolio = (seed: number) => ({ years: YEARS, seed, figuresOf: "portfolio" as const });
const changed = (seed: number): Scenario => ({ ...scenarios[7]!, frequency: 1 + seed / 100 });

const PYFAIR = "pyfair (number × one loss a year, no event sums)";
const USUAL = "numpy, a Poisson number a year";
const SCATTERED = "numpy, events scattered over years";
const ONE = "plimsoll, 1 thread";
const TWO = "plimsoll, 2 threads";
const contestants: Record<string, (seed: number) => Promise<Run>> = {
  ...(pyfair && { [PYFAIR]: (seed: number) => pyfair.run("portfolio", seed) }),
  ...(numpy && {
    [USUAL]: (seed: number) => numpy.run("yearly", seed),
    [SCATTERED]: (seed: number) => numpy.run("scattered", seed),
  }),
  "plimsoll, no thread": (seed) => timed(() => simulateAnnualLoss(scenarios, ofPortfolio(seed)).portfolio),
  [ONE]: (seed) => timed(async () => (await one.simulate(scenarios, ofPortfolio(seed))).portfolio),
  [TWO]: (seed) => timed(async () => (await two.simulate(scenarios, ofPortfolio(seed))).portfolio),
  "plimsoll, 2 threads, figures of every risk and system": (seed) =>
    timed(async () => (await two.simulate(scenarios, { years: YEARS, seed })).portfolio),
  "plimsoll, exact": () => timed(() => exactAnnualLoss(scenarios)),
  "plimsoll, exact, one scenario changed": (seed) => timed(() => changing.with(changed(seed))),
};

const WARM_UP = 3;
/** Seconds each: fewer are enough to compare with. */
const roundsOf = (name: string): number => (name === PYFAIR ? Math.min(9, ROUNDS) : ROUNDS);
const runs = new Map<string, Run[]>(Object.keys(contestants).map((name) => [name, []]));
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    if (round < 0 && name === PYFAIR) continue;
    if (round >= roundsOf(name)) continue;
    const result = await run(round + WARM_UP + 1);
    if (round >= 0) runs.get(name)!.push(result);
  }
}
numpy?.end();
pyfair?.end();
await Promise.all([one.close(), two.close()]);

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const time = (name: string): number => median(runs.get(name)?.map(({ ms }) => ms) ?? [Number.NaN]);
const best = (name: string): number => Math.min(...(runs.get(name)?.map(({ ms }) => ms) ?? []));
const times = (peer: string, name: string): string => (time(peer) / time(name)).toFixed(2).padStart(7);

console.log(`${ROUNDS} rounds, medians; "×" is how many times as fast as numpy (a Poisson number a year | scattered)`);
for (const [name, results] of runs) {
  const ms = time(name);
  const speed = name.includes("exact") || name === PYFAIR ? "" : `${(EVENTS / ms / 1000).toFixed(0)} M events/s`;
  const figures = (["mean", "q99", "es99"] as const).map(
    (key) => `${key} ${median(results.map((result) => result[key])).toFixed(0)}`,
  );
  console.log(
    `${name.padEnd(54)} ${ms.toFixed(1).padStart(7)} ms (best ${best(name).toFixed(1)})`.padEnd(84),
    `×${times(USUAL, name)} |${times(SCATTERED, name)}  ${speed.padStart(14)}  ${figures.join(" ")}`,
  );
}
for (const [module, peer] of [
  ["numpy", numpy],
  ["pyfair", pyfair],
] as const) {
  if (!peer) console.log(`${module}: absent; pip install ${module}, and name its python as the second argument`);
}
console.log("riskquant: absent; pip finds no such package");

const targets = [
  { of: ONE, peer: USUAL, atLeast: 2.5 },
  { of: TWO, peer: USUAL, atLeast: 5 },
  { of: TWO, peer: PYFAIR, atLeast: 40 },
].filter(({ peer }) => runs.has(peer));
for (const { of, peer, atLeast } of targets) {
  const ratio = time(peer) / time(of);
  console.log(
    `${ratio >= atLeast ? "holds" : "FAILS"}: ${of} × ${ratio.toFixed(2)} against ${peer}, at least ${atLeast}`,
  );
}
