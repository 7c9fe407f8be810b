import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { directYear } from "./direct-year.ts";
import { scenarioYear } from "./scenario-year.ts";

const direct = (parts: Partial<Scenario>) =>
  directYear(
    scenarioYear(
      scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [], ...parts }),
    ),
  );

test("a fixed rate, with certain controls, is its rate and its loss", () => {
  const year = direct({
    controls: [
      { control: "c1", acts: "loss", effectiveness: 0.5 },
      { control: "c2", acts: "frequency", effectiveness: 0.5 },
    ],
  });
  expect([year!.rate, year!.loss.mean]).toEqual([1, 2.5]);
});

test("what has to be mixed or convolved first, or has a window of its own, is not direct", () => {
  expect(direct({ frequency: { low: 1, high: 2 } })).toBeUndefined();
  expect(direct({ frequency: 5000 })).toBeUndefined();
  expect(direct({ loss: { primary: 1, secondary: { probability: 0.5, loss: 1 } } })).toBeUndefined();
  expect(direct({ controls: [{ control: "c3", acts: "loss", effectiveness: { min: 0, max: 1 } }] })).toBeUndefined();
});
