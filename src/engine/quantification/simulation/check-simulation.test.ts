import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { checkSimulation } from "./check-simulation.ts";

const SCENARIO: Scenario = { id: "c", system: "s", frequency: 1, loss: { primary: 100 }, controls: [] };

test.each([1, 10_000_000])("%s years can be simulated", (years) => {
  expect(checkSimulation([SCENARIO], { years, seed: 1 })).toBeUndefined();
});

test.each([0, -1, 1.5, 10_000_001, Number.NaN, Number.POSITIVE_INFINITY])("%s years are refused", (years) => {
  expect(() => checkSimulation([], { years, seed: 1 })).toThrow(
    new RangeError(`years not a whole number from 1 to 10000000: ${years}; give one such as 100000`),
  );
});

test("seeds are refused without scenarios too", () => {
  expect(checkSimulation([], { years: 1, seed: Number.MAX_SAFE_INTEGER })).toBeUndefined();
  expect(() => checkSimulation([], { years: 1, seed: -1 })).toThrow(
    "seed not a whole number in [0, 2^53): -1; give one such as 1",
  );
});

test("an estimate that cannot be drawn from is refused, the last control of the last scenario included", () => {
  const controls = [0.5, 1.2].map((effectiveness, i) => ({ control: `c${i}`, acts: "loss", effectiveness }) as const);
  const last: Scenario = { ...SCENARIO, id: "z", controls };
  expect(() => checkSimulation([SCENARIO, last], { years: 1, seed: 1 })).toThrow(
    "z: controls[1].effectiveness 1.2 is not an estimate; give a probability from 0 to 1",
  );
});

test("a common cause strikes as often wherever it is named", () => {
  const named = (id: string, strikes: number): Scenario => ({
    ...SCENARIO,
    id,
    commonCauses: [{ cause: "vendor", strikes, probability: 0.5 }],
  });
  const options = { years: 1, seed: 1 };
  expect(checkSimulation([named("a", 2), named("b", 2)], options)).toBeUndefined();
  expect(() => checkSimulation([named("a", 2), SCENARIO, named("b", 3)], options)).toThrow(
    new RangeError("common cause vendor strikes 2 a year in a, 3 in b; give it the same"),
  );
});
