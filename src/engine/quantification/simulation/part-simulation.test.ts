import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { type PartOptions, PartSimulation } from "./part-simulation.ts";
import type { SimulationPart } from "./simulation-part.ts";
import { SimulationStopped } from "./simulation-stopped.ts";
import { SortedYears } from "./sorted-years.ts";
import { figuresOfYears, lossFreeYears, type YearLosses } from "./year-losses.ts";

const YEARS = 3000;
const SEED = 5;
const OPTIONS: PartOptions = {
  years: YEARS,
  seed: SEED,
  figuresOf: "every-part",
  occurrence: "none",
  correlation: null,
};
const onward = () => false;

function scenario(id: string, change: Partial<Scenario> = {}): Scenario {
  return { id, system: "s", frequency: 1.5, loss: { primary: { low: 1e3, high: 1e4 } }, controls: [], ...change };
}

const CONTROLLED = scenario("b", {
  controls: [{ control: "c1", acts: "frequency", effectiveness: { min: 0.1, mode: 0.4, max: 0.8 } }],
});
const PLAIN = scenario("a", { frequency: { low: 0.5, high: 2 } });
const PART: SimulationPart = { system: "s", scenarios: [PLAIN, CONTROLLED], extent: "whole" };

function simulated(part: SimulationPart, simulation = new PartSimulation(OPTIONS)) {
  const losses = lossFreeYears(YEARS, true);
  return { figures: simulation.simulate(part, losses, onward), losses };
}

const alone = (one: Scenario) => simulated({ ...PART, scenarios: [one] }).losses;

test("the losses of a part are the sum of those of its scenarios, year by year, in both states", () => {
  const { losses } = simulated(PART);
  const [a, b] = [alone(PLAIN), alone(CONTROLLED)];
  for (const state of ["inherent", "residual"] as const) {
    for (const [year, loss] of losses[state].entries()) {
      // Events are added one by one over all scenarios, so that only the rounding is another.
      expect(Math.abs(loss - a[state][year]! - b[state][year]!)).toBeLessThanOrEqual(1e-14 * loss);
    }
  }
});

test("each risk has the figures of its own years, the system those of their sum", () => {
  const { figures, losses } = simulated(PART);
  const sorting = new SortedYears();
  const of = (years: YearLosses) => figuresOfYears(years, sorting);
  expect(figures.risks).toEqual([
    { id: "a", ...of(alone(PLAIN)) },
    { id: "b", ...of(alone(CONTROLLED)) },
  ]);
  expect(figures.system).toEqual(of(losses));
});

test.each(["beginning", "middle", "end"] as const)("the %s of a system gives no figures of the system", (extent) => {
  const { figures } = simulated({ ...PART, extent });
  expect(figures.system).toBeNull();
  expect(figures.risks).toHaveLength(2);
});

test("where only the portfolio is asked for a part gives the same losses and no figures", () => {
  const { figures, losses } = simulated(PART, new PartSimulation({ ...OPTIONS, figuresOf: "portfolio" }));
  expect(figures).toEqual({ risks: [], system: null, occurrences: null });
  expect(losses).toEqual(simulated(PART).losses);
});

test("one array is enough where nothing is controlled", () => {
  const losses = lossFreeYears(YEARS, false);
  new PartSimulation(OPTIONS).simulate({ ...PART, scenarios: [PLAIN] }, losses, onward);
  expect(losses.inherent).toEqual(alone(PLAIN).inherent);
});

test("what was simulated before in the same memory leaves no trace", () => {
  const fresh = simulated(PART);
  const simulation = new PartSimulation(OPTIONS);
  const losses = lossFreeYears(YEARS, true);
  losses.inherent.fill(7);
  losses.residual.fill(9);
  const swapped = { ...PART, scenarios: [CONTROLLED, PLAIN, scenario("c", { frequency: 30 })] };
  simulation.simulate(swapped, losses, onward);
  expect(simulation.simulate(PART, losses, onward)).toEqual(fresh.figures);
  expect(losses).toEqual(fresh.losses);
});

test("a part stops when told to, and can be simulated again", () => {
  const simulation = new PartSimulation(OPTIONS);
  const losses = lossFreeYears(YEARS, true);
  let asked = 0;
  expect(() => simulation.simulate(PART, losses, () => ++asked > 2)).toThrow(SimulationStopped);
  expect(simulation.simulate(PART, losses, onward)).toEqual(simulated(PART).figures);
});

test("an estimate that cannot be drawn from is refused by scenario and field", () => {
  const part = { ...PART, scenarios: [PLAIN, scenario("z", { loss: { primary: -1 } })] };
  expect(() => simulated(part)).toThrow("z: loss.primary -1 is not an estimate");
});
