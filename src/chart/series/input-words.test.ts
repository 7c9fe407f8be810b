import { expect, test } from "vitest";
import { scenarioInputs } from "../../engine/quantification/sensitivity/scenario-inputs.ts";
import { inputQuantity, inputWords } from "./input-words.ts";

const nameOf = (_: "control" | "cause", id: string) => id.toUpperCase();

test.each([
  ["frequency.threatEvents", "attempts a year", "events"],
  ["loss.secondary.loss.forms.fines", "fines and judgements, secondary loss", "money"],
  ["controls.review.effectiveness", "effectiveness of REVIEW", "probability"],
  ["controls.review.loss.coverage", "coverage of REVIEW", "probability"],
  ["commonCauses.vendor.strikes", "failures a year of VENDOR", "events"],
  ["commonCauses.vendor.probability", "share of failures of VENDOR that bring an event", "probability"],
  ["frequency.vulnerability.resistance", "force withstood", "force"],
])("%s", (input, words, of) => {
  expect(inputWords(input, nameOf)).toBe(words);
  expect(inputQuantity(input, "EUR").of).toBe(of);
});

test("every input that the engine names has words of its own", () => {
  const estimate = { min: 1, max: 2 };
  const share = { min: 0.1, max: 0.2 };
  const forms = {
    productivity: estimate,
    response: estimate,
    replacement: estimate,
    competitiveAdvantage: estimate,
    fines: estimate,
    reputation: estimate,
  };
  const base = { id: "a", system: "s", controls: [] };
  const scenarios = [
    { ...base, frequency: estimate, loss: { primary: estimate, secondary: { probability: share, loss: estimate } } },
    {
      ...base,
      frequency: { threatEvents: estimate, vulnerability: { threatCapability: share, resistance: share } },
      loss: { primary: { forms } },
    },
    {
      ...base,
      frequency: { contact: estimate, action: share, vulnerability: share },
      loss: { primary: estimate, secondary: { probability: share, loss: { forms } } },
      controls: [
        { control: "c-1", acts: "loss" as const, effectiveness: share, coverage: share, reliability: share },
        { control: "c-1", acts: "secondary" as const, effectiveness: share },
      ],
      commonCauses: [{ cause: "v-1", strikes: estimate, probability: share }],
    },
  ];
  for (const scenario of scenarios)
    for (const { input } of scenarioInputs(scenario)) expect(inputWords(input, nameOf), input).not.toBe(input);
});
