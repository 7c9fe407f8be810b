import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { expectedLoss } from "./expected-loss.ts";
import { ExpectedLossTerms } from "./expected-loss-terms.ts";
import { withControls } from "./with-controls.ts";

const candidates = ["k0", "k1", "k2"];
const scenarios: readonly Scenario[] = [
  {
    id: "a",
    system: "s",
    frequency: 2,
    loss: { primary: 100, secondary: { probability: 0.5, loss: 60 } },
    controls: [
      { control: "k0", acts: "frequency", effectiveness: 0.5, mechanism: "m" },
      { control: "k1", acts: "frequency", effectiveness: 0.2, mechanism: "m" },
      { control: "on", acts: "frequency", effectiveness: 0.3, mechanism: "m" },
      { control: "k1", acts: "secondary", effectiveness: 0.4 },
      { control: "k2", acts: "loss", effectiveness: 0.1 },
    ],
  },
  {
    id: "b",
    system: "s",
    frequency: 1,
    loss: { primary: 40 },
    controls: [{ control: "k2", acts: "loss", effectiveness: { min: 0, max: 1 } }],
  },
  { id: "c", system: "t", frequency: 3, loss: { primary: 7 }, controls: [] },
];
const terms = () => new ExpectedLossTerms(scenarios, candidates, new Set(["on"]));
const anew = (...on: readonly string[]) =>
  withControls(scenarios, new Set(["on", ...on])).reduce((sum, scenario) => sum + expectedLoss(scenario), 0);

describe("the expected annual loss, control by control", () => {
  test("by hand: the strongest of one mechanism counts, a certain one beside it or not", () => {
    const found = terms();
    // 2·0.7·(100 + 30) + 40 + 21; then k0 leaves 0.5 of the frequency instead of 0.7.
    expect(found.total).toBeCloseTo(182 + 40 + 21, 10);
    expect(found.switch(0, "on")).toBeCloseTo(2 * (0.5 - 0.7) * 130, 10);
    // k1 adds nothing to the mechanism, but 0.4 of the secondary loss: 2·0.5·0.4·30.
    expect(found.switch(1, "on")).toBeCloseTo(-12, 10);
    // k2: a tenth of 2·0.5·(100 + 18), half of 40.
    expect(found.switch(2, "on")).toBeCloseTo(-11.8 - 20, 10);
    expect(found.total).toBeCloseTo(anew("k0", "k1", "k2"), 10);
  });

  test("any way of switching leads to the loss of the set that is on", () => {
    const found = terms();
    const on = new Set<number>();
    for (const candidate of [0, 2, 0, 1, 2, 0, 1, 1, 0, 2, 1]) {
      const before = found.total;
      const change = found.switch(candidate, on.has(candidate) ? "off" : "on");
      if (!on.delete(candidate)) on.add(candidate);
      expect(found.total - before).toBeCloseTo(change, 10);
      expect(found.total).toBeCloseTo(anew(...[...on].map((k) => candidates[k]!)), 10);
    }
  });

  test("what is tried and taken back leaves the very bits of before", () => {
    const found = terms();
    found.switch(1, "on");
    const before = found.total;
    const first = found.tryOn(2);
    const second = found.tryOn(0);
    expect(before + first + second).toBeCloseTo(anew("k0", "k1", "k2"), 10);
    found.takeBack(0);
    expect(found.total).toBeCloseTo(anew("k1", "k2"), 10);
    found.takeBack(2);
    expect(found.total).toBe(before);
    expect(found.tryOn(2)).toBe(first);
  });

  test("a candidate reaches the scenarios that it is part of, whatever it does there", () => {
    const found = terms();
    expect(candidates.map((_, k) => found.reach(k))).toEqual([1, 1, 2]);
  });

  test("more than 31 controls of one mechanism are told apart", () => {
    const controls = Array.from({ length: 40 }, (_, k) => ({
      control: `k${k}`,
      acts: "loss" as const,
      effectiveness: (k + 1) / 50,
      mechanism: "m",
    }));
    const one = { id: "a", system: "s", frequency: 1, loss: { primary: 100 }, controls };
    const found = new ExpectedLossTerms(
      [one],
      controls.map(({ control }) => control),
      new Set(),
    );
    found.switch(39, "on");
    expect(found.total).toBeCloseTo(20, 10);
    found.switch(7, "on");
    expect(found.total).toBeCloseTo(20, 10);
    found.switch(39, "off");
    expect(found.total).toBeCloseTo(84, 10);
  });
});
