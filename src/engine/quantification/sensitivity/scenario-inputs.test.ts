import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { scenarioInputs, withEstimate } from "./scenario-inputs.ts";

const whole: Scenario = {
  id: "bias",
  system: "s",
  frequency: { contact: 90, action: 0.5, vulnerability: { threatCapability: { min: 0, max: 1 }, resistance: 0.7 } },
  loss: {
    primary: { forms: { response: 5, fines: { low: 1, high: 9 } } },
    secondary: { probability: 0.2, loss: { forms: { reputation: 8 } } },
  },
  controls: [
    { control: "review", acts: "frequency", effectiveness: 0.5, coverage: 0.9 },
    { control: "review", acts: "loss", effectiveness: 0.1 },
    { control: "filter", acts: "secondary", effectiveness: 0.3, reliability: 0.8 },
  ],
  commonCauses: [{ cause: "vendor", strikes: { low: 0.1, high: 1 }, probability: 0.4 }],
};

test("every estimate of a scenario has a name of its own and leads back to its place", () => {
  const inputs = scenarioInputs(whole);
  expect(inputs.map(({ input, uncertainty }) => `${input} ${uncertainty}`)).toEqual([
    "frequency.contact knowledge",
    "frequency.action knowledge",
    "frequency.vulnerability.threatCapability chance",
    "frequency.vulnerability.resistance chance",
    "loss.primary.forms.response chance",
    "loss.primary.forms.fines chance",
    "loss.secondary.probability knowledge",
    "loss.secondary.loss.forms.reputation chance",
    "controls.review.frequency.effectiveness knowledge",
    "controls.review.frequency.coverage knowledge",
    "controls.review.loss.effectiveness knowledge",
    "controls.filter.effectiveness knowledge",
    "controls.filter.reliability knowledge",
    "commonCauses.vendor.strikes knowledge",
    "commonCauses.vendor.probability knowledge",
  ]);
  for (const [k, { path }] of inputs.entries()) {
    const changed = scenarioInputs(withEstimate(whole, path, 0.123));
    expect(changed[k]!.estimate).toBe(0.123);
    expect(changed.filter((_, j) => j !== k)).toEqual(inputs.filter((_, j) => j !== k));
  }
});

test("the frequency of a count of at most one is a probability", () => {
  const [frequency] = scenarioInputs({ ...whole, frequency: 0.3, count: { kind: "at-most-one" } });
  expect(frequency).toMatchObject({ input: "frequency", kind: "probability" });
});
