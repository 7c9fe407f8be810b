import { describe, expect, test } from "vitest";
import { mixedScenarios } from "../../../../test/harness/mixed-scenarios.ts";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { exactContributions } from "./exact-contributions.ts";
import { gridContributions } from "./grid-contributions.ts";

const ofThree = { primary: { samples: [1, 1, 2, 2, 2, 3, 3, 3, 3, 3] } };
const lattice = [
  plainScenario("a", { frequency: 1, loss: { primary: { samples: [1, 2] } } }),
  plainScenario("b", { frequency: 3, loss: ofThree, system: "t" }),
];
const total = (parts: readonly { readonly expectedShortfall: number }[]) =>
  parts.reduce((sum, { expectedShortfall }) => sum + expectedShortfall, 0);

describe("contributions to the expected shortfall", () => {
  test("two compound Poisson losses on a lattice: methods/risk.md §3", () => {
    const { valueAtRisk, expectedShortfall, scenarios } = exactContributions(lattice, { level: 0.95 });
    expect(valueAtRisk).toBe(16);
    expect(Math.abs(expectedShortfall - 19.0394086383)).toBeLessThan(1e-9);
    expect(Math.abs(scenarios[0]!.expectedShortfall - 2.664462197)).toBeLessThan(1e-9);
    expect(Math.abs(scenarios[1]!.expectedShortfall - 16.3749464413)).toBeLessThan(1e-9);
  });

  test("the same two, one of them by way of its own grid", () => {
    const almostCertain = { shape: 1e6, rate: 1e6 / 3 };
    const { scenarios } = exactContributions([lattice[0]!, { ...lattice[1]!, frequency: almostCertain }], {
      level: 0.95,
    });
    expect(scenarios[0]!.expectedShortfall).toBeCloseTo(2.664462197, 4);
  });

  test.each([0.5, 0.9, 0.95, 0.99])(
    "at %d they add up to the expected shortfall, and nearly did on the grid",
    (level) => {
      const { scenarios, systems, expectedShortfall } = exactContributions(mixedScenarios, { level });
      expect(Math.abs(total(scenarios) / expectedShortfall - 1)).toBeLessThan(1e-12);
      expect(Math.abs(total(systems) / expectedShortfall - 1)).toBeLessThan(1e-12);
      const { parts } = gridContributions(mixedScenarios, { level });
      expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) / expectedShortfall - 1)).toBeLessThan(1e-5);
    },
  );

  test("the figures of the portfolio have the bits of the exact engine", () => {
    const loss = exactAnnualLoss(mixedScenarios);
    for (const level of ["0.95", "0.99"] as const) {
      const { valueAtRisk, expectedShortfall } = exactContributions(mixedScenarios, { level: Number(level) });
      expect([valueAtRisk, expectedShortfall]).toEqual([loss.valueAtRisk[level], loss.expectedShortfall[level]]);
    }
  });

  test("each is the rate at which the shortfall grows with the size of its losses", () => {
    const { scenarios } = exactContributions(mixedScenarios, { level: 0.95 });
    const grown = (k: number, by: number) =>
      exactAnnualLoss(
        mixedScenarios.map((part, j) => {
          const { low, high } = part.loss.primary as { low: number; high: number };
          return j === k ? { ...part, loss: { primary: { low: low * by, high: high * by } } } : part;
        }),
      ).expectedShortfall["0.95"];
    const slope = (grown(0, 1.02) - grown(0, 0.98)) / 0.04;
    expect(Math.abs(slope / scenarios[0]!.expectedShortfall - 1)).toBeLessThan(2e-3);
  });

  test("leaving one out saves at most its contribution", () => {
    const { scenarios, expectedShortfall } = exactContributions(mixedScenarios, { level: 0.95 });
    scenarios.forEach((part, k) => {
      const rest = exactAnnualLoss(mixedScenarios.filter((_, j) => j !== k)).expectedShortfall["0.95"];
      expect(expectedShortfall - rest).toBeLessThan(part.expectedShortfall);
      expect(expectedShortfall - rest).toBeGreaterThan(part.expectedAnnualLoss * 0.5);
    });
  });

  test("the expected shortfall and what each brings of it grow from the mean on; equal scenarios bring equal parts", () => {
    const twins = [...mixedScenarios, { ...mixedScenarios[1]!, id: "twin" }];
    let before = exactAnnualLoss(twins).expectedAnnualLoss;
    for (const level of [0.01, 0.5, 0.8, 0.95, 0.99, 0.999]) {
      const { scenarios, expectedShortfall } = exactContributions(twins, { level });
      expect(expectedShortfall).toBeGreaterThan(before);
      expect(Math.abs(scenarios[1]!.expectedShortfall / scenarios[3]!.expectedShortfall - 1)).toBeLessThan(1e-9);
      before = expectedShortfall;
    }
  });

  test("many events: a sum that is solved in a window away from 0", () => {
    const many = [
      plainScenario("a", { frequency: 900, loss: { primary: { low: 900, high: 1100 } } }),
      plainScenario("b", { frequency: { low: 90, high: 110 }, loss: { primary: { low: 100, high: 5000 } } }),
      plainScenario("c", { frequency: 2000, loss: { primary: { low: 100, high: 200 } } }),
    ];
    const { parts, means, expectedShortfall } = gridContributions(many, { level: 0.95 });
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) / expectedShortfall - 1)).toBeLessThan(1e-6);
    expect(parts.every((part, k) => part > means[k]!)).toBe(true);
  });
});

test("what cannot lose contributes nothing; alone, a scenario contributes all; no scenario, nothing", () => {
  const { scenarios, expectedShortfall } = exactContributions(
    [plainScenario("never", { frequency: 0 }), mixedScenarios[0]!],
    {
      level: 0.95,
    },
  );
  expect(scenarios[0]!.expectedShortfall).toBe(0);
  expect(scenarios[1]!.expectedShortfall).toBeCloseTo(expectedShortfall, 6);
  expect(exactContributions([], { level: 0.95 })).toEqual({
    level: 0.95,
    valueAtRisk: 0,
    expectedShortfall: 0,
    expectedAnnualLoss: 0,
    scenarios: [],
    systems: [],
  });
  expect(
    exactContributions([plainScenario("never", { frequency: 0 })], { level: 0.9 }).scenarios[0]!.expectedShortfall,
  ).toBe(0);
});

test("progress is told by year, and what is long can be stopped", () => {
  const told: string[] = [];
  exactContributions(mixedScenarios, { level: 0.95 }, { onProgress: (done, all) => void told.push(`${done}/${all}`) });
  expect(told).toEqual(["1/3", "2/3", "3/3"]);
  expect(() => exactContributions(mixedScenarios, { level: 0.95 }, { isStopped: () => true })).toThrow(
    SimulationStopped,
  );
});

test.each([0, 1, -0.5, Number.NaN])("a level of %d is refused", (level) => {
  expect(() => exactContributions(lattice, { level })).toThrow(/^level outside 0 to 1: /);
});
