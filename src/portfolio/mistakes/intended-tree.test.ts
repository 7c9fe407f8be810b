import { expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const scenario = (frequency: string, loss = "{ primary: 1000 }") =>
  withRisk(`scenario:\n  frequency: ${frequency}\n  loss: ${loss}`);

test.each<[string, string, string[]]>([
  [
    "vuln twice",
    scenario("{ threatEvents: 1, vulnerability: { value: 0.3, threatCapability: 0.5, resistance: 0.4 } }"),
    [
      "12:52: vulnerability is over-specified: it is given by value and made by threatCapability and resistance; remove value, or remove threatCapability and resistance",
    ],
  ],
  [
    "vuln half",
    scenario("{ threatEvents: 1, vulnerability: { threatCapability: 0.5 } }"),
    [
      "12:52: vulnerability is under-specified: it has threatCapability without resistance; add resistance, or write an estimate or {threatCapability, resistance}",
    ],
  ],
  [
    "vuln ok",
    scenario("{ threatEvents: 1, vulnerability: { threatCapability: { min: 0.1, max: 0.5 }, resistance: 0.4 } }"),
    [],
  ],
  [
    "vuln leaf",
    scenario("{ threatEvents: 1, vulnerability: { threatCapability: { min: 0.1, max: 5 }, resistance: 40 } }"),
    [
      "12:89: max 5 is above 1; write 1 or less, such as 0.05 for 5 %",
      "12:106: resistance 40 is above 1; write 1 or less, such as 0.4 for 40 %",
    ],
  ],
  [
    "vuln mistyped",
    scenario("{ threatEvents: 1, vulnerability: { threatCapabilty: 0.5, resistance: 0.4 } }"),
    ['12:54: unknown key "threatCapabilty"; write "threatCapability"'],
  ],
  [
    "vuln number beside",
    scenario("{ threatEvents: 1, vulnerability: 0.3, resistance: 0.4 }"),
    [
      "12:52: vulnerability is over-specified: it is given and made by resistance; remove vulnerability, or remove resistance",
    ],
  ],
  [
    "contact + action + te",
    scenario("{ threatEvents: 1, contact: 3, action: 0.2, vulnerability: 0.3 }"),
    [
      "12:34: threatEvents is over-specified: it is given and made by contact and action; remove threatEvents, or remove contact and action",
    ],
  ],
  [
    "te + action",
    scenario("{ threatEvents: 1, action: 0.2, vulnerability: 0.3 }"),
    ["12:34: threatEvents is over-specified: it is given and made by action; remove threatEvents, or remove action"],
  ],
  [
    "tree source",
    scenario("{ threatEvents: 1, vulnerability: 0.3, source: log }"),
    ['12:57: unknown key "source"; remove it; keys here are threatEvents, vulnerability'],
  ],
  [
    "forms none",
    scenario("1", "{ primary: { forms: {} } }"),
    [
      "13:33: forms has no form of loss; write an estimate for at least one of productivity, response, replacement, competitiveAdvantage, fines, reputation",
    ],
  ],
  [
    "forms mistyped",
    scenario("1", "{ primary: { forms: { fine: 3 } } }"),
    ['13:35: unknown key "fine"; write "fines"'],
  ],
  [
    "forms twice",
    scenario("1", "{ primary: { value: 3, forms: { fines: 3 } } }"),
    ["13:24: primary is over-specified: it is given by value and made by forms; remove value, or remove forms"],
  ],
  [
    "forms bad",
    scenario("1", "{ primary: { forms: { fines: { low: 3 } } } }"),
    ['13:42: key "high" is missing; add `high: …` with a number of 0 or more'],
  ],
  [
    "forms without forms",
    scenario("1", "{ primary: { fines: 3 } }"),
    ["13:24: primary has fines, a form of loss; write them within forms: { forms: { fines: … } }"],
  ],
])("%s", (_, text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});
