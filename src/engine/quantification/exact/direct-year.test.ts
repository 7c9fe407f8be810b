import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { directYear } from "./direct-year.ts";
import { independentYears } from "./independent-years.ts";
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

test("another count than Poisson and a loss of several forms are not direct", () => {
  expect(direct({ count: { kind: "negative-binomial", size: 2 } })).toBeUndefined();
  expect(direct({ count: { kind: "zero-inflated", silent: 0.1 } })).toBeUndefined();
  expect(direct({ frequency: 0.5, count: { kind: "at-most-one" } })).toBeUndefined();
  expect(direct({ loss: { primary: { forms: { fines: { min: 0, max: 1 }, response: 5 } } } })).toBeUndefined();
});

test("a common cause that strikes one scenario is direct at the rate of its events", () => {
  const years = independentYears([
    {
      id: "a",
      system: "s",
      frequency: 0,
      loss: { primary: 5 },
      controls: [],
      commonCauses: [{ cause: "vendor", strikes: 3, probability: 0.5 }],
    },
  ]);
  expect(directYear(years[1]!.year)).toMatchObject({ rate: 1.5, loss: { mean: 5 } });
});
