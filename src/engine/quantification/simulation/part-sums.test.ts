import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { annualLossOfYears } from "./annual-loss-of-years.ts";
import type { FiguresOf, PartFigures, PartOptions } from "./part-simulation.ts";
import { PartSums } from "./part-sums.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";
import { type SimulationPart, simulationParts } from "./simulation-part.ts";
import { SortedYears } from "./sorted-years.ts";
import type { YearLosses } from "./year-losses.ts";

const sorting = new SortedYears();

function scenario(system: string, id: string, controls: Scenario["controls"] = []): Scenario {
  return { id, system, frequency: 1, loss: { primary: 1 }, controls };
}

function options(years: number, figuresOf: FiguresOf): PartOptions {
  return { years, seed: 1, figuresOf, occurrence: "none", correlation: null };
}

function plain(...years: number[]): YearLosses {
  const inherent = Float64Array.from(years);
  return { inherent, residual: inherent };
}

function figures(losses: YearLosses) {
  const inherent = annualLossOfYears(losses.inherent, sorting);
  return { ...annualLossOfYears(losses.residual, sorting), inherent };
}

/** What a part would answer: for each of its risks the figures of years told by its id. */
function partFigures(part: SimulationPart, system: PartFigures["system"] = null): PartFigures {
  return {
    risks: part.scenarios.map(({ id }) => ({ id, ...figures(plain(Number(id), 0)) })),
    system,
    occurrences: null,
  };
}

/** System "wide" of eleven scenarios in three parts, "narrow" of one in one. */
const SCENARIOS = [...Array.from({ length: 11 }, (_, i) => scenario("wide", `${i + 1}`)), scenario("narrow", "12")];
const [narrow, beginning, middle, end] = simulationParts(SCENARIOS) as [
  SimulationPart,
  SimulationPart,
  SimulationPart,
  SimulationPart,
];

function summed(figuresOf: "every-part" | "portfolio", exceeds?: readonly number[]) {
  const sums = new PartSums(SCENARIOS, options(2, figuresOf), { exceeds });
  const ofNarrow = plain(100, 0);
  sums.add(narrow, partFigures(narrow, figures(ofNarrow)), ofNarrow);
  sums.add(beginning, partFigures(beginning), plain(1, 10));
  sums.add(middle, partFigures(middle), plain(2, 20));
  sums.add(end, partFigures(end), plain(4, 40));
  return sums.figures();
}

test("parts add up to their system, systems to the portfolio", () => {
  const { portfolio, systems } = summed("every-part");
  expect(portfolio).toEqual(figures(plain(107, 70)));
  expect(systems).toEqual([
    { id: "wide", ...figures(plain(7, 70)) },
    { id: "narrow", ...figures(plain(100, 0)) },
  ]);
});

test("risks come in the order in which the scenarios were given, each with its own figures", () => {
  const { risks } = summed("every-part");
  expect(risks.map(({ id }) => id)).toEqual(SCENARIOS.map(({ id }) => id));
  expect(risks.map(({ expectedAnnualLoss }) => expectedAnnualLoss)).toEqual(SCENARIOS.map(({ id }) => Number(id) / 2));
});

test("the portfolio alone has the same figures and no others", () => {
  expect(summed("portfolio")).toEqual({
    portfolio: summed("every-part").portfolio,
    systems: [],
    risks: [],
    exceedance: [],
  });
});

test("an amount is exceeded in the share of years above it, not in one that equals it", () => {
  expect(summed("portfolio", [0, 69, 70, 106.5, 107, 1e9]).exceedance).toEqual([1, 1, 0.5, 0.5, 0, 0]);
});

test("a level is the loss that this share of the years stays within, with the bits of the value at risk", () => {
  const controls = [{ control: "c1", acts: "loss", effectiveness: { min: 0.1, max: 0.6 } }] as const;
  const levels = [0.5, 0.9, 0.95, 0.99, 0.0001, 1];
  const { portfolio, quantiles, largestEvent, largestEventQuantiles } = simulateAnnualLoss(
    [{ id: "a", system: "s", frequency: 2, loss: { primary: { low: 1, high: 9 } }, controls }],
    { years: 10_000, seed: 3, occurrence: "portfolio", levels },
  );
  const losses = quantiles!.map(({ loss }) => loss);
  expect(losses.slice(0, 4)).toEqual(Object.values(portfolio.valueAtRisk));
  expect(losses.slice(4)).toEqual([0, portfolio.exceedance.at(-1)!.loss]);
  const errors = quantiles!.slice(0, 4).map(({ standardError }) => ({ standardError }));
  expect(errors).toEqual(Object.values(portfolio.error.valueAtRisk));
  expect(largestEventQuantiles!.slice(0, 4).map(({ loss }) => loss)).toEqual(Object.values(largestEvent!.valueAtRisk));
});

test("of controlled losses the residual years are summed beside the inherent ones, and are what is exceeded", () => {
  const control = { control: "c1", acts: "loss", effectiveness: 0.5 } as const;
  const scenarios = [scenario("a", "1", [control]), scenario("b", "2")];
  const sums = new PartSums(scenarios, options(2, "portfolio"), { exceeds: [9] });
  const [controlled, uncontrolled] = simulationParts(scenarios) as [SimulationPart, SimulationPart];
  const none = { risks: [], system: null, occurrences: null };
  sums.add(controlled, none, { inherent: Float64Array.of(8, 2), residual: Float64Array.of(4, 1) });
  sums.add(uncontrolled, none, plain(3, 5));
  const { portfolio, exceedance } = sums.figures();
  expect(portfolio).toEqual(figures({ inherent: Float64Array.of(11, 7), residual: Float64Array.of(7, 6) }));
  expect(exceedance).toEqual([0]);
});

test("without scenarios every year is free of loss", () => {
  const { portfolio, systems, risks } = new PartSums([], options(3, "every-part")).figures();
  expect(portfolio).toEqual(figures(plain(0, 0, 0)));
  expect([...systems, ...risks]).toEqual([]);
});

test("a system's part before its beginning, or after its end, is a mistake of the program", () => {
  const sums = new PartSums(SCENARIOS, options(2, "every-part"));
  const add = (part: SimulationPart) => () => sums.add(part, partFigures(part), plain(0, 0));
  expect(add(middle)).toThrow("part of system wide out of order");
  add(beginning)();
  add(end)();
  expect(add(middle)).toThrow("part of system wide out of order");
});
