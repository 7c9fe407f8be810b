import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import type { Correlation } from "../correlation/correlation.ts";
import type { Count, Scenario } from "../scenario.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";
import type { SimulationOptions } from "./simulation-options.ts";

const YEARS = 400_000;

function scenario(id: string, change: Partial<Scenario> = {}): Scenario {
  return { id, system: id, frequency: 0.1, loss: { primary: 1 }, controls: [], ...change };
}
const pair = (value: number, kind: Correlation["kind"] = "pearson"): Correlation => ({
  kind,
  between: [{ a: "a", b: "b", value }],
});

const AT_MOST_ONE: Count = { kind: "at-most-one" };
const TWO = [scenario("a", { count: AT_MOST_ONE }), scenario("b", { count: AT_MOST_ONE, loss: { primary: 10 } })];
const withinErrors = (share: number, truth: number, years: number): void =>
  expect(Math.abs(share - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / years));

test.each([
  [0, 0.01],
  [0.3, 0.0216164804],
  [0.5, 0.0324015232],
  [0.8, 0.0562427367],
  [1, 0.1],
  [-1, 0],
])("two events of probability 0.1 whose normals correlate by %s happen together in %s of years", (value, joint) => {
  const options: SimulationOptions = { years: YEARS, seed: 3, exceeds: [10.5], correlation: pair(value) };
  const { exceedance, risks } = simulateAnnualLoss(TWO, options);
  if (joint > 0) withinErrors(exceedance![0]!, joint, YEARS);
  else expect(exceedance).toEqual([0]);
  for (const { probabilityOfLoss } of risks) withinErrors(probabilityOfLoss, 0.1, YEARS);
});

test("the same dependence by ranks is the same simulation", () => {
  const options = { years: 5000, seed: 3, figuresOf: "portfolio" as const };
  const figures = (correlation: Correlation) => simulateAnnualLoss(TWO, { ...options, correlation }).portfolio;
  // sin(π/6) = ½ exactly where τ = 1/3.
  expect(figures(pair(Math.sin(Math.PI / 6)))).toEqual(figures(pair(1 / 3, "kendall")));
  const rows = [
    [1, 0.4],
    [0.4, 1],
  ];
  expect(figures({ kind: "spearman", ids: ["b", "a"], matrix: rows })).toEqual(figures(pair(0.4, "spearman")));
});

const COUNTS: Count[] = [
  { kind: "poisson" },
  { kind: "negative-binomial", size: 0.8 },
  { kind: "zero-inflated", silent: 0.5 },
  AT_MOST_ONE,
];

test.each(COUNTS)("the number of events keeps its law where it is correlated: $kind", (count) => {
  const [from, to] = [0.2, 1];
  const a = scenario("a", { frequency: { min: from, max: to }, count });
  const b = scenario("b", { frequency: 3 });
  const share = count.kind === "zero-inflated" ? 1 - count.silent : 1;
  const [rate, square] = [(from + to) / 2, (from * from + from * to + to * to) / 3];
  const pairs =
    count.kind === "at-most-one" ? 0 : share * square * (count.kind === "negative-binomial" ? 1 + 1 / count.size : 1);
  const runs = Array.from(
    { length: 40 },
    (_, seed) => simulateAnnualLoss([a, b], { years: 10_000, seed, correlation: pair(0.9, "spearman") }).risks,
  );
  expectAverage(
    runs.map(([one]) => one!.expectedAnnualLoss),
    share * rate,
  );
  // E[N²] = E[N (N − 1)] + E[N]; the divisor of a sample's variance is one less than its years.
  expectAverage(
    runs.map(([one]) => one!.standardDeviation ** 2),
    pairs + share * rate - (share * rate) ** 2,
  );
  expectAverage(
    runs.map(([, other]) => other!.standardDeviation ** 2),
    3,
  );
});

test("a scenario that depends on no other is simulated as without correlation, and correlates with none", () => {
  const three = [...TWO, scenario("c", { frequency: { low: 0.5, high: 2 }, loss: { primary: 100 } })];
  const options = { years: 20_000, seed: 5 };
  const correlation = pair(0.8);
  const { portfolio, risks } = simulateAnnualLoss(three, { ...options, correlation });
  expect(risks[2]).toEqual(simulateAnnualLoss(three, options).risks[2]);
  const two = simulateAnnualLoss(TWO, { ...options, correlation }).portfolio.standardDeviation;
  const third = risks[2]!.standardDeviation;
  const covariance = (portfolio.standardDeviation ** 2 - two ** 2 - third ** 2) / 2;
  expect(Math.abs(covariance / (two * third))).toBeLessThan(4 / Math.sqrt(20_000));
});

test("the kind, and the largest change of a matrix that had to be repaired, are part of the answer", () => {
  const three = [...TWO, scenario("c")];
  const between = [
    { a: "a", b: "b", value: 0.9 },
    { a: "a", b: "c", value: 0.1 },
    { a: "b", b: "c", value: 0.6 },
  ];
  const options = { years: 100, seed: 1, figuresOf: "portfolio" as const };
  const repaired = simulateAnnualLoss(three, { ...options, correlation: { kind: "pearson", between } }).correlation;
  expect(repaired?.kind).toBe("pearson");
  expect(repaired!.largestChange).toBeGreaterThan(0.02);
  expect(simulateAnnualLoss(three, { ...options, correlation: pair(0.5, "kendall") }).correlation).toEqual({
    kind: "kendall",
    largestChange: 0,
  });
  expect(simulateAnnualLoss(three, options)).not.toHaveProperty("correlation");
  const impossible: Correlation = { kind: "pearson", between: [...between.slice(0, 1), { a: "a", b: "x", value: 1 }] };
  expect(() => simulateAnnualLoss(three, { ...options, correlation: impossible })).toThrow(
    "correlation.between[1].b x is no scenario; give the id of one",
  );
});

const EXPONENTIAL = { shape: 1, rate: 1 };
const STRUCK = [
  scenario("a", {
    frequency: 0.5,
    loss: { primary: EXPONENTIAL },
    commonCauses: [{ cause: "vendor", strikes: 0.8, probability: 0.6 }],
  }),
  scenario("b", {
    frequency: 0.2,
    loss: { primary: 1 },
    controls: [{ control: "c", acts: "frequency", effectiveness: 0.4 }],
    commonCauses: [{ cause: "vendor", strikes: 0.8, probability: 0.5 }],
  }),
];

test("the largest event of a year has the closed law of thinned Poisson events, a strike being one event", () => {
  const { largestEvent } = simulateAnnualLoss(STRUCK, { years: YEARS, seed: 8, occurrence: "portfolio" });
  const above = (x: number) => Math.exp(-Math.max(0, x));
  const exceeds = (x: number, kept: number) => {
    const q = 0.5 * kept;
    const strike = 0.6 * q * above(x - 1) + 0.6 * (1 - q) * above(x) + (x < 1 ? 0.4 * q : 0);
    return 1 - Math.exp(-(0.5 * above(x) + (x < 1 ? 0.2 * kept : 0) + 0.8 * strike));
  };
  for (const [figures, kept] of [
    [largestEvent!.inherent, 1],
    [largestEvent!, 0.6],
  ] as const) {
    withinErrors(figures.probabilityOfLoss, exceeds(0, kept), YEARS);
    for (const { loss, probability } of figures.exceedance.filter((_, i) => i % 20 === 10)) {
      withinErrors(probability, exceeds(loss, kept), YEARS);
    }
  }
});

test("the largest event changes no other figure, and is the year's loss where there is but one", () => {
  const options = { years: 5000, seed: 2 };
  const { largestEvent, ...others } = simulateAnnualLoss(STRUCK, { ...options, occurrence: "portfolio" });
  expect(others).toEqual(simulateAnnualLoss(STRUCK, options));
  expect(largestEvent!.expectedAnnualLoss).toBeLessThan(others.portfolio.expectedAnnualLoss);
  const one = scenario("a", { count: AT_MOST_ONE, frequency: 0.4, loss: { primary: { low: 1, high: 9 } } });
  const alone = simulateAnnualLoss([one], { ...options, occurrence: "portfolio" });
  expect(alone.largestEvent).toEqual(alone.portfolio);
});
