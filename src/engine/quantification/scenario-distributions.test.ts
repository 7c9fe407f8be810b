import { expect, test } from "vitest";
import type { Scenario } from "./scenario.ts";
import { scenarioDistributions } from "./scenario-distributions.ts";

const base: Scenario = { id: "bias", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };

test("what is certain of a frequency joins its uncertain factor, which keeps its closed form", () => {
  const { rateFactors } = scenarioDistributions({
    ...base,
    frequency: { threatEvents: { shape: 2, rate: 1 }, vulnerability: 0.5 },
    controls: [{ control: "c1", acts: "frequency", effectiveness: 0.2 }],
  });
  expect(rateFactors).toHaveLength(1);
  expect(rateFactors[0]!.form).toEqual({ family: "gamma", shape: 2, rate: 2.5 });
});

test("controls act where they say, in series", () => {
  const { rateFactors, multiplierFactors } = scenarioDistributions({
    ...base,
    controls: [
      { control: "c2", acts: "frequency", effectiveness: 0.5 },
      { control: "c3", acts: "frequency", effectiveness: 0.5 },
      { control: "c4", acts: "loss", effectiveness: { min: 0, max: 0.5 } },
    ],
  });
  expect(rateFactors.map(({ mean }) => mean)).toEqual([0.5]);
  expect(multiplierFactors.map(({ support }) => support)).toEqual([[0.5, 1]]);
});

test("an invalid estimate is refused with the scenario and the field", () => {
  const refused = (part: Partial<Scenario>) => () => scenarioDistributions({ ...base, ...part });
  expect(refused({ frequency: Number.NaN })).toThrow(/^bias: frequency /);
  expect(refused({ frequency: { contact: 1, action: 2, vulnerability: 0.5 } })).toThrow(/^bias: frequency.action 2/);
  expect(refused({ loss: { primary: -1 } })).toThrow(/^bias: loss.primary -1/);
  const secondary = { probability: 2, loss: 1 };
  expect(refused({ loss: { primary: 1, secondary } })).toThrow(/^bias: loss.secondary.probability 2/);
  const controls = [{ control: "c5", acts: "loss", effectiveness: 1.1 }] as const;
  expect(refused({ controls })).toThrow(/^bias: controls\[0\].effectiveness 1.1/);
});
