import { expect, test } from "vitest";
import { streamKey } from "../../stats/stream-key.ts";
import { EstimateError } from "../estimate/estimate-error.ts";
import type { ControlEffect, Scenario } from "../scenario.ts";
import { scenarioDraws } from "./scenario-draws.ts";

const SCENARIO: Scenario = { id: "r", system: "s", frequency: 2, loss: { primary: 1000 }, controls: [] };

test("an uncertain frequency is one factor, whatever its form", () => {
  for (const frequency of [{ low: 1, high: 3 }, { min: 1, max: 3 }, { samples: [1, 3] }, { shape: 2, rate: 1 }]) {
    expect(scenarioDraws({ ...SCENARIO, frequency }, 1).frequency.map(({ certain }) => certain)).toEqual([null]);
  }
});

test("a loss has its secondary part where it is given", () => {
  expect(scenarioDraws(SCENARIO, 1).secondary).toBeNull();
  const loss = { primary: 1000, secondary: { probability: 0.1, loss: 5000 } };
  const { primary, secondary } = scenarioDraws({ ...SCENARIO, loss }, 1);
  expect(secondary?.probability.certain).toBe(0.1);
  expect([primary, secondary!.loss].map((draws) => draws.map(({ amount }) => amount.certain))).toEqual([
    [1000],
    [5000],
  ]);
});

test("a loss by form is one draw a form, each at its own place whatever the others", () => {
  const loss = {
    primary: { forms: { response: 2, productivity: 1, reputation: 6 } },
    secondary: { probability: 1, loss: { forms: { fines: 5 } } },
  };
  const { primary, secondary } = scenarioDraws({ ...SCENARIO, loss }, 1);
  expect(primary.map(({ amount }) => amount.certain)).toEqual([1, 2, 6]);
  const alone = (forms: object) => scenarioDraws({ ...SCENARIO, loss: { primary: { forms } } }, 1).primary[0]?.place;
  expect(primary.map(({ place }) => place)).toEqual([
    alone({ productivity: 1 }),
    alone({ response: 1 }),
    alone({ reputation: 1 }),
  ]);
  expect(secondary?.loss.map(({ amount }) => amount.certain)).toEqual([5]);
  const places = [...primary, ...secondary!.loss].map(({ place }) => place);
  expect(new Set(places).size).toBe(places.length);
});

test("a control's draws hang on scenario, control and seed, not on the other controls", () => {
  const control: ControlEffect = { control: "c", acts: "loss", effectiveness: 0.1 };
  const keys = (scenario: Partial<Scenario>, seed = 1) =>
    scenarioDraws({ ...SCENARIO, controls: [control], ...scenario }, seed)
      .controls.loss.flat()
      .map(({ keys }) => keys);
  const [alone] = keys({});
  expect(keys({ controls: [{ ...control, control: "b" }, control] })[1]).toEqual(alone);
  for (const others of [keys({ id: "q" }), keys({}, 2), keys({ controls: [{ ...control, control: "d" }] })]) {
    expect(others[0]).not.toEqual(alone);
  }
});

test("a cause has one key for its strikes and one a scenario for what they do there", () => {
  const commonCauses = [{ cause: "vendor", strikes: 0.5, probability: { min: 0.2, max: 0.4 } }];
  const [a, b] = ["a", "b"].map((id) => scenarioDraws({ ...SCENARIO, id, commonCauses }, 1).causes[0]!);
  expect(a!.strikesKey).toEqual(b!.strikesKey);
  expect(a!.key).not.toEqual(b!.key);
  expect([a!.strikes.certain, a!.probability]).toEqual([0.5, 0.30000000000000004]);
});

test.each<[string, Partial<Scenario>]>([
  [
    "r: control c acts on loss twice; give it once, or two ids",
    { controls: [1, 2].map(() => ({ control: "c", acts: "loss", effectiveness: 0.5 })) },
  ],
  [
    "r: common cause v given twice; give it once",
    { commonCauses: [1, 2].map(() => ({ cause: "v", strikes: 1, probability: 1 })) },
  ],
  ["r: count.size not a number above 0: 0; give one such as 2", { count: { kind: "negative-binomial", size: 0 } }],
  ["r: count.silent not a probability: 1.5; give one such as 0.3", { count: { kind: "zero-inflated", silent: 1.5 } }],
  ["r: loss.primary.forms {} is not an estimate; give one form of loss at least", { loss: { primary: { forms: {} } } }],
])("%s", (message, change) => {
  expect(() => scenarioDraws({ ...SCENARIO, ...change }, 1)).toThrow(message);
});

test("draws are keyed by seed and id, and by nothing else", () => {
  expect(scenarioDraws(SCENARIO, 7).key).toEqual(streamKey(7, "r"));
  expect(scenarioDraws({ ...SCENARIO, system: "other", frequency: 9 }, 7).key).toEqual(streamKey(7, "r"));
});

test("what stands for a probability is capped at 1, what stands for a quantity is not", () => {
  const wide = { mu: 0, sigma: 1 };
  const { frequency, secondary, controls } = scenarioDraws(
    {
      ...SCENARIO,
      frequency: { contact: wide, action: wide, vulnerability: wide },
      loss: { primary: wide, secondary: { probability: wide, loss: wide } },
      controls: [{ control: "c1", acts: "loss", effectiveness: wide }],
    },
    1,
  );
  const largest = (draw: (typeof frequency)[number] | undefined): number => {
    const out = new Float64Array(100);
    draw?.fill(Int32Array.of(1, 2, 3, 4), out, 100);
    return Math.max(...out);
  };
  expect(largest(frequency[0])).toBeGreaterThan(1);
  expect(largest(secondary?.loss[0]?.amount)).toBeGreaterThan(1);
  for (const draw of [frequency[1], frequency[2], secondary?.probability, controls.loss[0]![0]!.factors[0]!]) {
    expect(largest(draw)).toBe(1);
  }
});

const REFUSED = -1;
test.each<[string, Partial<Scenario>]>([
  ["frequency", { frequency: REFUSED }],
  ["frequency.threatEvents", { frequency: { threatEvents: REFUSED, vulnerability: 1 } }],
  ["frequency.vulnerability", { frequency: { threatEvents: 1, vulnerability: REFUSED } }],
  ["frequency.contact", { frequency: { contact: REFUSED, action: 1, vulnerability: 1 } }],
  ["frequency.action", { frequency: { contact: 1, action: REFUSED, vulnerability: 1 } }],
  ["frequency.vulnerability", { frequency: { contact: 1, action: 1, vulnerability: REFUSED } }],
  ["loss.primary", { loss: { primary: REFUSED } }],
  ["loss.secondary.probability", { loss: { primary: 1, secondary: { probability: REFUSED, loss: 1 } } }],
  ["loss.secondary.loss", { loss: { primary: 1, secondary: { probability: 1, loss: REFUSED } } }],
  ["commonCauses[0].strikes", { commonCauses: [{ cause: "v", strikes: REFUSED, probability: 1 }] }],
  ["commonCauses[0].probability", { commonCauses: [{ cause: "v", strikes: 1, probability: REFUSED }] }],
  ["loss.primary.forms.fines", { loss: { primary: { forms: { fines: REFUSED } } } }],
  [
    "frequency.vulnerability.resistance",
    { frequency: { threatEvents: 1, vulnerability: { threatCapability: 0.5, resistance: REFUSED } } },
  ],
  ["controls[0].coverage", { controls: [{ control: "c", acts: "loss", effectiveness: 1, coverage: REFUSED }] }],
  ["controls[0].effectiveness", { controls: [{ control: "c2", acts: "frequency", effectiveness: REFUSED }] }],
])("a refused estimate names the scenario and %s", (field, change) => {
  const read = () => scenarioDraws({ ...SCENARIO, ...change }, 1);
  expect(read).toThrow(EstimateError);
  expect(read).toThrow(`r: ${field} -1 is not an estimate; give`);
});
