import { expect, test } from "vitest";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { lazyYear } from "./lazy-year.ts";
import { scenarioYear } from "./scenario-year.ts";

const lazy = (frequency: number | { low: number; high: number }) =>
  lazyYear(
    scenarioYear(scenarioDistributions({ id: "a", system: "s", frequency, loss: { primary: 5 }, controls: [] })),
    { bracket: "rigorous" },
  );

test("a year that a sum will ask for again is solved once, another is not kept", () => {
  const uncertain = lazy({ low: 1, high: 2 });
  expect(uncertain.solved()).toBe(uncertain.solved());
  const fixed = lazy(2);
  expect(fixed.solved()).not.toBe(fixed.solved());
  expect(fixed.solved()).toEqual(fixed.solved());
});

test("the bracket is solved only where it is asked for", () => {
  expect(lazy(2).solved().bracket).toBeDefined();
  expect(lazyYear(lazy(2).year, {}).solved().bracket).toBeUndefined();
});
