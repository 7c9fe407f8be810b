import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { preparedSimulation } from "./prepared-simulation.ts";

const scenario = (id: string): Scenario => ({ id, system: "s", frequency: 1, loss: { primary: 1 }, controls: [] });
const SCENARIOS = ["b", "a"].map(scenario);

test("what is left out is every part, no occurrence, no correlation", () => {
  const { parts, ofParts } = preparedSimulation(SCENARIOS, { years: 10, seed: 3 });
  expect(ofParts).toEqual({ years: 10, seed: 3, figuresOf: "every-part", occurrence: "none", correlation: null });
  expect(parts.map((part) => part.scenarios.map(({ id }) => id))).toEqual([["a", "b"]]);
});

test("a correlation is read into its factor", () => {
  const between = [{ a: "b", b: "a", value: 0.6 }];
  const { ofParts } = preparedSimulation(SCENARIOS, { years: 1, seed: 1, correlation: { kind: "pearson", between } });
  expect(ofParts.correlation).toEqual({
    kind: "pearson",
    ids: ["a", "b"],
    rows: [Float64Array.of(1), Float64Array.of(0.6, 0.8)],
    largestChange: 0,
  });
});

test("whatever is wrong is refused before anything is simulated", () => {
  expect(() => preparedSimulation(SCENARIOS, { years: 0, seed: 1 })).toThrow("years not a whole number");
  expect(() => preparedSimulation([...SCENARIOS, scenario("a")], { years: 1, seed: 1 })).toThrow("given twice");
  const between = [{ a: "a", b: "x", value: 0.6 }];
  expect(() => preparedSimulation(SCENARIOS, { years: 1, seed: 1, correlation: { kind: "pearson", between } })).toThrow(
    "correlation.between[0].b x is no scenario",
  );
});
