/**
 * The exact loss curve of a portfolio of 100 fixed-rate lognormal scenarios, warm, on one core; beside it, in the same
 * run, how far its figures are from those of a grid four times as fine, and the cost of a risk by itself.
 *
 *     npx tsx bench/exact-portfolio.ts
 */
import { annualLossFigures } from "../src/engine/quantification/exact/annual-loss-figures.ts";
import { directYear } from "../src/engine/quantification/exact/direct-year.ts";
import { exactAnnualLoss } from "../src/engine/quantification/exact/exact-annual-loss.ts";
import { quantifyExact } from "../src/engine/quantification/exact/quantify-exact.ts";
import { scenarioYear } from "../src/engine/quantification/exact/scenario-year.ts";
import { solveYearsSum } from "../src/engine/quantification/exact/solve-years-sum.ts";
import type { Scenario } from "../src/engine/quantification/scenario.ts";
import { scenarioDistributions } from "../src/engine/quantification/scenario-distributions.ts";

const RUNS = 31;
/** Even and unrelated to one another: fractional parts of multiples of irrational numbers. */
const spread = (k: number, irrational: number) => (k * irrational) % 1;

const scenarios: Scenario[] = Array.from({ length: 100 }, (_, k) => {
  const low = 1000 * 300 ** spread(k + 1, Math.SQRT2);
  return {
    id: `risk-${k}`,
    system: `system-${k % 12}`,
    frequency: 0.05 * 100 ** spread(k + 1, Math.sqrt(3)),
    loss: { primary: { low, high: low * 10 ** (1 + spread(k + 1, Math.sqrt(5))) } },
    controls: [],
  };
});

function medianMs(run: () => void): { median: number; best: number } {
  for (let k = 0; k < 5; k++) run();
  const times: number[] = [];
  for (let k = 0; k < RUNS; k++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[RUNS >> 1]!, best: times[0]! };
}

const { median, best } = medianMs(() => void exactAnnualLoss(scenarios));
const usual = exactAnnualLoss(scenarios);

const years = scenarios.map((scenario) => scenarioYear(scenarioDistributions(scenario)));
const moments = {
  mean: years.reduce((sum, { mean }) => sum + mean, 0),
  variance: years.reduce((sum, { variance }) => sum + variance, 0),
  none: years.reduce((product, { none }) => product * none, 1),
};
const direct = years.map((year) => directYear(year)!);
const solve = (cells: number) =>
  solveYearsSum({ direct, solved: [], ...moments }, { cells, mostCells: cells, bracket: "none" });
const used = solveYearsSum({ direct, solved: [], ...moments }, { cells: 2 ** 14, mostCells: 2 ** 18, bracket: "none" });
const cells = used.fine.masses.length;
const finer = annualLossFigures(solve(4 * cells), moments);

process.stdout.write(
  `portfolio of 100, error included: median ${median.toFixed(1)} ms, best ${best.toFixed(1)} ms, ${cells} cells\n`,
);
for (const level of ["0.5", "0.9", "0.95", "0.99"] as const) {
  const off = usual.valueAtRisk[level] / finer.valueAtRisk[level] - 1;
  const stated = usual.error.valueAtRisk[level] as { low: number; high: number };
  const width = (stated.high - stated.low) / 2 / usual.valueAtRisk[level];
  process.stdout.write(
    `  q${level}: ${off.toExponential(1)} from ${4 * cells} cells; stated error ${width.toExponential(1)}\n`,
  );
}
const tail = usual.expectedShortfall["0.99"] / finer.expectedShortfall["0.99"] - 1;
process.stdout.write(`  ES0.99: ${tail.toExponential(1)}\n`);

const fixed = medianMs(() => void exactAnnualLoss([scenarios[7]!])).median;
const uncertain: Scenario = {
  ...scenarios[7]!,
  frequency: { low: 0.2, high: 2 },
  controls: [{ control: "c1", acts: "frequency", effectiveness: { min: 0.3, mode: 0.5, max: 0.7 } }],
};
const mixed = medianMs(() => void exactAnnualLoss([uncertain])).median;
const everything = medianMs(() => void quantifyExact(scenarios)).median;
process.stdout.write(
  `one risk: fixed rate ${fixed.toFixed(1)} ms, uncertain rate and control ${mixed.toFixed(1)} ms\n`,
);
process.stdout.write(`100 risks, 12 systems and the portfolio: ${everything.toFixed(0)} ms\n`);
