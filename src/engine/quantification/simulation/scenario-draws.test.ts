import { expect, test } from "vitest";
import { streamKey } from "../../stats/stream-key.ts";
import { EstimateError } from "../estimate/estimate-error.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioDraws } from "./scenario-draws.ts";

const SCENARIO: Scenario = { id: "r", system: "s", frequency: 2, loss: { primary: 1000 }, controls: [] };

test.each<[Scenario["frequency"], number[]]>([
  [2, [2]],
  [{ threatEvents: 12, vulnerability: 0.5 }, [12, 0.5]],
  [{ contact: 100, action: 0.2, vulnerability: 0.5 }, [100, 0.2, 0.5]],
])("a frequency of %j is drawn factor by factor", (frequency, factors) => {
  const draws = scenarioDraws({ ...SCENARIO, frequency }, 1);
  expect(draws.frequency.map(({ certain }) => certain)).toEqual(factors);
});

test("an uncertain frequency is one factor, whatever its form", () => {
  for (const frequency of [{ low: 1, high: 3 }, { min: 1, max: 3 }, { samples: [1, 3] }, { shape: 2, rate: 1 }]) {
    expect(scenarioDraws({ ...SCENARIO, frequency }, 1).frequency.map(({ certain }) => certain)).toEqual([null]);
  }
});

test("a loss has its secondary part where it is given", () => {
  expect(scenarioDraws(SCENARIO, 1).secondary).toBeNull();
  const loss = { primary: 1000, secondary: { probability: 0.1, loss: 5000 } };
  const { primary, secondary } = scenarioDraws({ ...SCENARIO, loss }, 1);
  expect([primary.certain, secondary?.probability.certain, secondary?.loss.certain]).toEqual([1000, 0.1, 5000]);
});

test("controls keep their position among all, on which their random numbers hang", () => {
  const controls = (["loss", "frequency", "loss", "frequency"] as const).map((acts, i) => ({
    acts,
    effectiveness: i / 10,
  }));
  const { onFrequency, onLoss } = scenarioDraws({ ...SCENARIO, controls }, 1);
  const outline = (draws: typeof onLoss) =>
    draws.map(({ position, effectiveness }) => [position, effectiveness.certain]);
  expect(outline(onFrequency)).toEqual([
    [1, 0.1],
    [3, 0.3],
  ]);
  expect(outline(onLoss)).toEqual([
    [0, 0],
    [2, 0.2],
  ]);
});

test("draws are keyed by seed and id, and by nothing else", () => {
  expect(scenarioDraws(SCENARIO, 7).key).toEqual(streamKey(7, "r"));
  expect(scenarioDraws({ ...SCENARIO, system: "other", frequency: 9 }, 7).key).toEqual(streamKey(7, "r"));
});

test("what stands for a probability is capped at 1, what stands for a quantity is not", () => {
  const wide = { mu: 0, sigma: 1 };
  const { frequency, secondary, onLoss } = scenarioDraws(
    {
      ...SCENARIO,
      frequency: { contact: wide, action: wide, vulnerability: wide },
      loss: { primary: wide, secondary: { probability: wide, loss: wide } },
      controls: [{ acts: "loss", effectiveness: wide }],
    },
    1,
  );
  const largest = (draw: (typeof frequency)[number] | undefined): number => {
    const out = new Float64Array(100);
    draw?.fill(Int32Array.of(1, 2, 3, 4), out, 100);
    return Math.max(...out);
  };
  expect(largest(frequency[0])).toBeGreaterThan(1);
  expect(largest(secondary?.loss)).toBeGreaterThan(1);
  for (const draw of [frequency[1], frequency[2], secondary?.probability, onLoss[0]?.effectiveness]) {
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
  ["controls[0].effectiveness", { controls: [{ acts: "frequency", effectiveness: REFUSED }] }],
])("a refused estimate names the scenario and %s", (field, change) => {
  const read = () => scenarioDraws({ ...SCENARIO, ...change }, 1);
  expect(read).toThrow(EstimateError);
  expect(read).toThrow(`r: ${field} -1 is not an estimate; give`);
});
