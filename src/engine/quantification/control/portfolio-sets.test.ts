import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { PortfolioSets } from "./portfolio-sets.ts";
import { setShortfall } from "./set-shortfall.ts";
import { membersOfSet } from "./sets-by-size.ts";
import { withControls } from "./with-controls.ts";

const candidates = ["k0", "k1", "k2"];
const scenario = (id: string, parts: Partial<Scenario>) =>
  plainScenario(id, { frequency: 0.8, loss: { primary: { low: 1e4, high: 4e5 } }, ...parts });
const vendor = [{ cause: "vendor", strikes: 0.6, probability: 0.7 }];
const portfolio = [
  scenario("a", {
    controls: [
      { control: "k0", acts: "frequency", effectiveness: { min: 0.2, max: 0.8 } },
      { control: "k2", acts: "loss", effectiveness: { min: 0.2, max: 0.8 } },
      { control: "on", acts: "loss", effectiveness: 0.1 },
    ],
    commonCauses: vendor,
  }),
  scenario("b", {
    frequency: { low: 0.1, high: 2 },
    controls: [{ control: "k1", acts: "frequency", effectiveness: 0.9 }],
    commonCauses: vendor,
  }),
  scenario("c", { frequency: 0.2 }),
];
const exactOf = (scenarios: readonly Scenario[], set: number) =>
  exactAnnualLoss(withControls(scenarios, new Set(["on", ...membersOfSet(set).map((k) => candidates[k]!)])));

describe.each([
  ["losses that vary", portfolio],
  ["losses on steps", portfolio.map((one) => ({ ...one, loss: { primary: { samples: [1000, 3000] } } }))],
  ["many events", [...portfolio, scenario("d", { frequency: 4000, loss: { primary: { low: 900, high: 1100 } } })]],
])("a portfolio under every set of candidates: %s", (_, scenarios) => {
  const sets = new PortfolioSets(scenarios, candidates, new Set(["on"]));

  test("visits each set once, with its mean and shortfall near the exact ones", () => {
    const visited = new Map<number, { readonly mean: number; readonly shortfall: number }>();
    sets.visitAll((set, year) => {
      visited.set(set, { mean: year.mean, shortfall: setShortfall(year, 0.95) });
      const { masses } = year.masses;
      expect(Math.abs(masses.reduce((sum, mass) => sum + mass, 0) - 1)).toBeLessThan(2e-5);
    });
    expect([...visited.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const [set, { mean, shortfall }] of visited) {
      const exact = exactOf(scenarios, set);
      expect(Math.abs(mean / exact.expectedAnnualLoss - 1)).toBeLessThan(1e-12);
      expect(Math.abs(shortfall / exact.expectedShortfall["0.95"] - 1)).toBeLessThan(5e-4);
      expect(Math.abs(setShortfall(sets.year(membersOfSet(set)), 0.95) / shortfall - 1)).toBeLessThan(1e-9);
    }
  });

  test("counts the years that all sets need: own of a and b, and those of the vendor", () => {
    expect(sets.variantsOfAll).toBe(4 + 2 + 8);
  });
});

test("a portfolio that cannot lose anything", () => {
  const sets = new PortfolioSets([scenario("a", { frequency: 0 })], candidates, new Set());
  expect(setShortfall(sets.year([0]), 0.95)).toBe(0);
  let visits = 0;
  sets.visitAll((_, { mean }) => {
    visits++;
    expect(mean).toBe(0);
  });
  expect(visits).toBe(8);
});
