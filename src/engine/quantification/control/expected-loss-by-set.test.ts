import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { expectedLoss } from "./expected-loss.ts";
import { expectedLossBySet, expectedLossSearch } from "./expected-loss-by-set.ts";
import { membersOfSet } from "./sets-by-size.ts";
import { withControls } from "./with-controls.ts";

const wide = { min: 0.1, mode: 0.5, max: 0.9 };
const scenarios: readonly Scenario[] = [
  {
    id: "a",
    system: "s",
    frequency: { low: 1, high: 6 },
    loss: { primary: 100, secondary: { probability: 0.4, loss: { low: 50, high: 900 } } },
    controls: [
      { control: "on", acts: "frequency", effectiveness: wide, mechanism: "m" },
      { control: "k0", acts: "frequency", effectiveness: { min: 0.2, max: 0.6 }, mechanism: "m" },
      { control: "k1", acts: "frequency", effectiveness: wide, coverage: 0.8, mechanism: "m" },
      { control: "k2", acts: "loss", effectiveness: wide },
      { control: "k3", acts: "secondary", effectiveness: 0.7 },
      { control: "nobody's", acts: "loss", effectiveness: 0.9 },
    ],
    commonCauses: [{ cause: "v", strikes: 0.3, probability: 0.5 }],
  },
  {
    id: "b",
    system: "s",
    frequency: 0.2,
    count: { kind: "at-most-one" },
    loss: { primary: { min: 10, max: 400 } },
    controls: [
      { control: "k2", acts: "frequency", effectiveness: 0.3 },
      { control: "k0", acts: "loss", effectiveness: 0.5 },
      { control: "k0", acts: "frequency", effectiveness: 0.1 },
      { control: "on", acts: "loss", effectiveness: 0.2 },
    ],
  },
  { id: "c", system: "t", frequency: 3, loss: { primary: 7 }, controls: [] },
  {
    id: "d",
    system: "t",
    frequency: 3,
    loss: { primary: 0 },
    controls: [{ control: "k1", acts: "loss", effectiveness: 1 }],
  },
];
const candidates = ["k0", "k1", "k2", "k3"];
const alwaysOn = new Set(["on"]);
const anew = (set: number) =>
  withControls(scenarios, new Set(["on", ...membersOfSet(set).map((k) => candidates[k]!)])).reduce(
    (sum, scenario) => sum + expectedLoss(scenario),
    0,
  );

describe("the expected annual loss under every set of candidates", () => {
  const losses = expectedLossBySet({ scenarios, candidates, alwaysOn });

  test("is that of the scenarios with just these controls", () => {
    expect(losses).toHaveLength(16);
    losses.forEach((loss, set) => void expect(Math.abs(loss / anew(set) - 1)).toBeLessThan(1e-12));
  });

  test("several together never bring more than the sum of what each brings beside fewer", () => {
    for (let a = 0; a < 16; a++) {
      for (let b = 0; b < 16; b++) {
        if ((a & b) !== 0) continue;
        expect(losses[0]! - losses[a | b]!).toBeLessThanOrEqual(2 * losses[0]! - losses[a]! - losses[b]! + 1e-9);
      }
    }
  });

  test("a search reads the same losses in any order", () => {
    const lossOf = expectedLossSearch({ scenarios, candidates, alwaysOn });
    for (const set of [3, 0, 15, 6, 9, 15, 1]) {
      expect(Math.abs(lossOf(new Set(membersOfSet(set))) / losses[set]! - 1)).toBeLessThan(1e-12);
    }
  });

  test("no candidate has one set; what is long can be stopped", () => {
    expect([...expectedLossBySet({ scenarios: [], candidates: [], alwaysOn })]).toEqual([0]);
    expect(() => expectedLossBySet({ scenarios, candidates, alwaysOn }, { isStopped: () => true })).toThrow(
      SimulationStopped,
    );
  });
});
