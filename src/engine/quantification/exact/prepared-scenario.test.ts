import { expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { prepareScenario } from "./prepared-scenario.ts";

const scenario = plainScenario("a", {
  frequency: 3,
  loss: { primary: { min: 0, max: 20 } },
  controls: [{ control: "c", acts: "frequency", effectiveness: 0.5 }],
  commonCauses: [
    { cause: "vendor", strikes: { min: 1, max: 3 }, probability: 0.25 },
    { cause: "model", strikes: 0.1, probability: 1 },
  ],
});

test("its own events apart from what a strike of each cause brings, all under its controls", () => {
  const { id, own, strikes } = prepareScenario(scenario, {});
  expect([id, own.year.kind]).toEqual(["a", "own"]);
  expect(own.year.mean).toBeCloseTo(3 * 0.5 * 10, 10);
  expect(strikes.map(({ cause, rate }) => [cause, rate.mean])).toEqual([
    ["vendor", 2],
    ["model", 0.1],
  ]);
  expect(strikes.map(({ struck }) => struck.probability)).toEqual([0.125, 0.5]);
  expect(strikes.map(({ struck }) => struck.mean)).toEqual([10, 10].map((mean) => expect.closeTo(mean, 10)));
});

test("one object is prepared once for each kind of error; what is written alike, apart", () => {
  const first = prepareScenario(scenario, {});
  expect(prepareScenario(scenario, { bracket: "none" })).toBe(first);
  const rigorous = prepareScenario(scenario, { bracket: "rigorous" });
  expect(rigorous).not.toBe(first);
  expect(rigorous.own.solved().bracket).toBeDefined();
  expect(first.own.solved().bracket).toBeUndefined();
  const changed = prepareScenario({ ...scenario, frequency: 6 }, {});
  expect(changed.own.year.mean).toBeCloseTo(30, 10);
  expect(prepareScenario(structuredClone(scenario), {})).not.toBe(first);
});
