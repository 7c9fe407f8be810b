import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { independentYears } from "../exact/independent-years.ts";
import { solvedAnnualSum } from "../exact/solved-annual-sum.ts";
import type { Scenario } from "../scenario.ts";
import { type CommonGrid, commonGrid, suitsGrid } from "./common-grid.ts";

const lognormal = { low: 1e3, high: 1e5 };
const solved = (scenarios: readonly Scenario[]) => {
  const years = independentYears(scenarios);
  return { years, sum: solvedAnnualSum(years, {})!.year };
};
const gridOf = (scenarios: readonly Scenario[]): CommonGrid => {
  const { years, sum } = solved(scenarios);
  return commonGrid(sum, years, { cells: 2, step: 1 })!;
};

describe("the grid that many sums share", () => {
  test("has as many times the cells, or the step, of the sum that it is made for", () => {
    const { years, sum } = solved([plainScenario("a", { loss: { primary: lognormal } })]);
    const { step, masses } = sum.fine;
    const wider = commonGrid(sum, years, { cells: 2, step: 1 })!;
    expect(wider.fine).toEqual({ step, cells: 2 * masses.length, first: 0 });
    expect(wider.coarse).toEqual({ step: 2 * step, cells: masses.length, first: 0 });
    const longer = commonGrid(sum, years, { cells: 1, step: 1.5 })!;
    expect(longer.fine).toEqual({ step: 1.5 * step, cells: masses.length, first: 0 });
    expect(longer.reading).toBe("smooth");
  });

  test("is its own coarse one where losses lie exactly on it", () => {
    const { fine, coarse, reading } = gridOf([plainScenario("a", { loss: { primary: { samples: [20, 50] } } })]);
    expect(reading).toBe("steps");
    expect(fine.step).toBe(10);
    expect(coarse).toBe(fine);
  });

  test("starts after what years that are solved in windows lose for certain; none for a window of the sum itself", () => {
    const often = plainScenario("often", { frequency: 4000, loss: { primary: { low: 9, high: 11 } } });
    expect(gridOf([often, plainScenario("a", { loss: { primary: lognormal } })]).fine.first).toBe(0);
    const thousands = Array.from({ length: 8 }, (_, k) =>
      plainScenario(`r${k}`, { frequency: 800, loss: { primary: { low: 9, high: 11 } } }),
    );
    const { years, sum } = solved(thousands);
    expect(sum.fine.offset).toBeGreaterThan(0);
    expect(commonGrid(sum, years, { cells: 2, step: 1 })).toBeNull();
  });

  test("none with more than 2¹⁸ cells", () => {
    const { years, sum } = solved([plainScenario("a", { loss: { primary: lognormal } })]);
    const many = { ...sum, fine: { ...sum.fine, masses: new Float64Array(2 ** 18) } };
    expect(commonGrid(many, years, { cells: 1, step: 1 })!.fine.cells).toBe(2 ** 18);
    expect(commonGrid(many, years, { cells: 2, step: 1 })).toBeNull();
  });
});

describe("whether years suit a grid", () => {
  const suits = (scenarios: readonly Scenario[], grid: CommonGrid) => suitsGrid(independentYears(scenarios), grid);
  const certain = (amount: number) => plainScenario(`loses ${amount}`, { loss: { primary: amount } });
  const smooth = plainScenario("smooth", { loss: { primary: lognormal } });
  const followed = plainScenario("followed", {
    loss: { primary: 30, secondary: { probability: 0.5, loss: 60 } },
  });

  test.each([
    ["steps", [certain(20), certain(50)]],
    ["steps of a year that is solved by itself", [followed, certain(20)]],
    ["losses that vary", [smooth]],
    ["both", [smooth, certain(40_000)]],
    ["a small certain loss beside one that varies", [smooth, certain(2)]],
  ])("those that it was made for do: %s", (_, scenarios) => {
    expect(suits(scenarios, gridOf(scenarios))).toBe(true);
  });

  test("multiples of its step do, other amounts and losses that vary do not", () => {
    const grid = gridOf([certain(20), certain(50)]);
    expect(suits([certain(30)], grid)).toBe(true);
    expect(suits([certain(25)], grid)).toBe(false);
    expect(suits([followed], grid)).toBe(true);
    expect(suits([smooth, certain(20)], grid)).toBe(false);
    expect(suits([], grid)).toBe(false);
  });

  test("of losses that vary it takes certain ones that fall on every second of its cells, or between all of them", () => {
    const grid = gridOf([smooth]);
    const { step } = grid.fine;
    expect(suits([smooth, certain(4 * step)], grid)).toBe(true);
    expect(suits([smooth, certain(3 * step)], grid)).toBe(false);
    expect(suits([smooth, certain(0.3 * step)], grid)).toBe(true);
    expect(suits([certain(4 * step)], grid)).toBe(false);
    expect(suits([], grid)).toBe(true);
  });
});
