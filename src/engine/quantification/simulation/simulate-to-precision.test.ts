import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import type { ConvergenceRound } from "./precision-rounds.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";
import { simulateToPrecision } from "./simulate-to-precision.ts";
import { SimulationStopped } from "./simulation-stopped.ts";

const SCENARIOS: Scenario[] = ["a", "b"].map((id) => ({
  id,
  system: id,
  frequency: 2,
  loss: { primary: { low: 1e3, high: 1e4 } },
  controls: [{ control: "c", acts: "frequency", effectiveness: 0.5 }],
}));
const isWithin = ({ valueAtRisk95, expectedShortfall95 }: ConvergenceRound, relative: number): boolean =>
  [valueAtRisk95, expectedShortfall95].every(({ figure, halfWidth }) => halfWidth <= relative * figure);

test("years are doubled until both figures are precise enough, not once more", () => {
  const { years, precision, convergence } = simulateToPrecision(SCENARIOS, { relative: 0.01, seed: 1 });
  expect(convergence.length).toBeGreaterThan(1);
  expect(convergence.map((round) => round.years)).toEqual(convergence.map((_, i) => 8192 * 2 ** i));
  expect(convergence.map((round) => isWithin(round, 0.01))).toEqual(convergence.map((round) => round.years === years));
  expect(precision).toBe("reached");
});

test("half-widths are 1.96 standard errors of the residual portfolio's figures", () => {
  const { convergence } = simulateToPrecision(SCENARIOS, { relative: 0.05, seed: 1 });
  const { valueAtRisk, error } = simulateAnnualLoss(SCENARIOS, { years: 8192, seed: 1 }).portfolio;
  expect(convergence[0]!.valueAtRisk95.figure).toBe(valueAtRisk["0.95"]);
  const { standardError } = error.valueAtRisk["0.95"] as { standardError: number };
  expect(convergence[0]!.valueAtRisk95.halfWidth / standardError).toBeCloseTo(1.96, 4);
});

test.each([{}, { figuresOf: "portfolio" as const }, { exceeds: [1e4], occurrence: "portfolio" as const }])(
  "the answer is that of so many years, with all that is wanted: %j",
  (wanted) => {
    const { precision, convergence, years, ...figures } = simulateToPrecision(SCENARIOS, {
      relative: 0.02,
      seed: 4,
      ...wanted,
    });
    expect(figures).toEqual(simulateAnnualLoss(SCENARIOS, { years, seed: 4, ...wanted }));
    expect([precision, convergence.at(-1)!.years]).toEqual(["reached", years]);
  },
);

test("the most years end it, and the answer says so", () => {
  for (const mostYears of [1, 20_000]) {
    const { years, precision, convergence } = simulateToPrecision(SCENARIOS, { relative: 1e-6, seed: 1, mostYears });
    expect([years, precision]).toEqual([mostYears, "not-reached"]);
    expect(convergence.at(-1)!.years).toBe(mostYears);
  }
});

test("losses of 0, and a year that is the same in all its tail, are precise at once", () => {
  const still: Scenario = { id: "a", system: "s", frequency: 0, loss: { primary: 1 }, controls: [] };
  const { years, precision } = simulateToPrecision([still], { relative: 0.001, seed: 1 });
  expect([years, precision]).toEqual([8192, "reached"]);
});

test("of 200 seeds most intervals hold the truth", () => {
  const one: Scenario = {
    id: "a",
    system: "s",
    frequency: 0.7,
    loss: { primary: { shape: 1, rate: 1 } },
    controls: [],
  };
  const { valueAtRisk } = simulateAnnualLoss([one], { years: 4e6, seed: 1, figuresOf: "portfolio" }).portfolio;
  const held = Array.from({ length: 200 }, (_, i) => {
    const options = { relative: 0.04, seed: 1000 + i, figuresOf: "portfolio" as const };
    const { figure, halfWidth } = simulateToPrecision([one], options).convergence.at(-1)!.valueAtRisk95;
    return Math.abs(figure - valueAtRisk["0.95"]) <= halfWidth;
  }).filter(Boolean).length;
  // 95 % less what stopping early costs, and 4 binomial standard errors.
  expect(held).toBeGreaterThanOrEqual(170);
});

test("rounds are told as they end, scenarios within each", () => {
  const rounds: number[] = [];
  const told: number[] = [];
  const { convergence } = simulateToPrecision(
    SCENARIOS,
    { relative: 0.01, seed: 1, figuresOf: "portfolio" },
    { onRound: ({ years }) => rounds.push(years), onProgress: (done) => told.push(done) },
  );
  expect(rounds).toEqual(convergence.map(({ years }) => years));
  expect(told).toEqual(rounds.flatMap(() => [1, 2]));
});

test("it stops in the middle of a round when told to", () => {
  let asked = 0;
  const run = () => simulateToPrecision(SCENARIOS, { relative: 1e-6, seed: 1 }, { isStopped: () => ++asked > 500 });
  expect(run).toThrow(SimulationStopped);
});

test.each([0, 1, -0.1, Number.NaN])("a precision of %s is refused", (relative) => {
  expect(() => simulateToPrecision(SCENARIOS, { relative, seed: 1 })).toThrow(
    new RangeError(`precision not between 0 and 1: ${relative}; give one such as 0.01`),
  );
});

test.each([0, 1.5, 1e8])("%s years at most are refused", (mostYears) => {
  expect(() => simulateToPrecision(SCENARIOS, { relative: 0.01, seed: 1, mostYears })).toThrow(
    new RangeError(`most years not a whole number from 1 to 10000000: ${mostYears}; give one such as 1000000`),
  );
});
