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

test("threat capability against resistance is a certain vulnerability", () => {
  const { rateFactors } = scenarioDistributions({
    ...base,
    frequency: { threatEvents: 10, vulnerability: { threatCapability: { min: 0, max: 1 }, resistance: 0.7 } },
  });
  expect(rateFactors.map(({ mean }) => mean)).toEqual([expect.closeTo(3, 12)]);
  expect(rateFactors[0]!.support[0]).toBe(rateFactors[0]!.support[1]);
});

test("forms are addends in a fixed order, what is certain of them is one", () => {
  const forms = { fines: 100, response: { min: 0, max: 10 }, productivity: { low: 1, high: 4 }, replacement: 50 };
  const { primary } = scenarioDistributions({ ...base, loss: { primary: { forms } } });
  expect(primary.map(({ support }) => support)).toEqual([
    [0, Infinity],
    [0, 10],
    [150, 150],
  ]);
  const certain = scenarioDistributions({ ...base, loss: { primary: { forms: { fines: 0 } } } });
  expect(certain.primary.map(({ mean }) => mean)).toEqual([0]);
});

test("a control on the secondary probability multiplies it", () => {
  const { secondary } = scenarioDistributions({
    ...base,
    loss: { primary: 1, secondary: { probability: 0.5, loss: 1 } },
    controls: [{ control: "c", acts: "secondary", effectiveness: 0.4, coverage: 0.5 }],
  });
  expect(secondary!.probability.mean).toBeCloseTo(0.4, 14);
});

test("controls on frequency thin the events of a common cause by what they leave on average", () => {
  const { strikes } = scenarioDistributions({
    ...base,
    controls: [{ control: "c", acts: "frequency", effectiveness: { min: 0, max: 1 } }],
    commonCauses: [{ cause: "vendor", strikes: { low: 1, high: 2 }, probability: { alpha: 1, beta: 3 } }],
  });
  expect(strikes[0]).toMatchObject({ cause: "vendor", estimate: { low: 1, high: 2 } });
  expect(strikes[0]!.probability).toBeCloseTo(0.125, 12);
});

test("what is new in a scenario is refused by its path too", () => {
  const refused = (part: Partial<Scenario>) => () => scenarioDistributions({ ...base, ...part });
  const vulnerability = { threatCapability: 0.5, resistance: 1.5 };
  expect(refused({ frequency: { threatEvents: 1, vulnerability } })).toThrow(
    /^bias: frequency.vulnerability.resistance/,
  );
  expect(refused({ loss: { primary: { forms: {} } } })).toThrow(/^bias: loss.primary.forms .*give one form of loss/);
  expect(refused({ loss: { primary: { forms: { fines: -1 } } } })).toThrow(/^bias: loss.primary.forms.fines -1/);
  expect(refused({ frequency: 1.2, count: { kind: "at-most-one" } })).toThrow(/^bias: frequency 1.2.*probability/);
  expect(refused({ count: { kind: "negative-binomial", size: 0 } })).toThrow(/^bias: count.size 0/);
  expect(refused({ count: { kind: "zero-inflated", silent: 2 } })).toThrow(/^bias: count.silent 2/);
  const control = { control: "c", acts: "secondary", effectiveness: 0.5, reliability: 7 } as const;
  expect(refused({ controls: [control] })).toThrow(/^bias: controls\[0\].reliability 7/);
  const cause = { cause: "vendor", strikes: 1, probability: 0.5 };
  expect(refused({ commonCauses: [{ ...cause, probability: 3 }] })).toThrow(/^bias: commonCauses\[0\].probability 3/);
  expect(refused({ commonCauses: [cause, cause] })).toThrow(/^bias: commonCauses\[1\].cause "vendor".*once/);
});
