import { describe, expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const scenario = (frequency: string, { loss = "{ primary: 1000 }", count = "poisson" } = {}) =>
  withRisk(`scenario:\n  frequency: ${frequency}\n  loss: ${loss}\n  count: { kind: ${count} }`);

describe("an estimate that no distribution belongs to is said at its place", () => {
  test.each([
    [
      "three quantiles that no lognormal fits",
      "{ quantiles: [{ p: 0.05, value: 1 }, { p: 0.5, value: 2 }, { p: 0.95, value: 900 }] }",
      "12:18: frequency is no distribution; the nearest lognormal has",
    ],
    [
      "percentiles of a PERT below 0",
      "{ min: 0.1, mode: 3, max: 5, ends: percentiles }",
      "12:18: frequency is no distribution; the PERT with these percentiles begins at -",
    ],
    [
      "a truncation that leaves nothing",
      "{ min: 1, max: 2, truncate: { from: 3 } }",
      "12:18: frequency is no distribution;",
    ],
    [
      "what one of several experts said",
      "{ experts: [{ by: a, estimate: 2 }, { by: b, estimate: { min: 0.1, mode: 3, max: 5, ends: percentiles } }], pool: linear }",
      "12:18: frequency.experts[1] is no distribution; the PERT",
    ],
  ])("%s", (_, frequency, expected) => {
    const mistakes = mistakesIn(scenario(frequency));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
  });

  test("every place is looked at: forms of loss, force, common causes, controls", () => {
    const wrong = "{ min: 0.01, mode: 0.3, max: 0.9, ends: percentiles }";
    const text = `version: 1
dependencies: [{ id: llm, kind: vendor, strikes: ${wrong} }]
systems: [{ id: credit, dependsOn: [llm] }]
controls: [{ id: review, status: working, effectiveness: ${wrong}, coverage: ${wrong}, reliability: ${wrong} }]
risks:
  - id: bias
    system: credit
    category: ethical
    event: People are refused.
    owner: mara
    controls: [{ control: review, acts: loss, coverage: ${wrong} }]
    scenario:
      frequency: { contact: ${wrong}, action: ${wrong}, vulnerability: { threatCapability: ${wrong}, resistance: ${wrong} } }
      loss:
        primary: { forms: { fines: ${wrong} } }
        secondary: { probability: ${wrong}, loss: ${wrong} }
      commonCauses: [{ cause: llm, probability: ${wrong} }]
`;
    const lines = mistakesIn(text).map((mistake) => mistake.replace(/^(\d+):\d+: (\S+) .*$/, "$1 $2"));
    expect(lines).toEqual([
      "2 strikes",
      "4 effectiveness",
      "4 coverage",
      "4 reliability",
      "11 coverage",
      "13 contact",
      "13 action",
      "13 threatCapability",
      "13 resistance",
      "15 fines",
      "16 probability",
      "16 loss",
      "17 probability",
    ]);
  });
});

describe("a count of at most one event", () => {
  const expected =
    "12:18: frequency is no probability, which a count of at most one event needs; write it from 0 to 1, or choose another count";
  test.each(["3", "{ min: 0.5, max: 2 }"])("does not take a frequency of %s", (frequency) => {
    expect(mistakesIn(scenario(frequency, { count: "at-most-one" }))).toEqual([expected]);
    expect(mistakesIn(scenario(frequency))).toEqual([]);
  });

  test("takes one that is a probability, or that is cut to one", () => {
    for (const frequency of ["0.3", "{ alpha: 2, beta: 5 }", "{ low: 0.1, high: 2, cap: 1 }"]) {
      expect(mistakesIn(scenario(frequency, { count: "at-most-one" }))).toEqual([]);
    }
  });
});
