import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { type CauseYear, causeYear, solveCauseYear, solveStrike, struckEvent } from "./cause-year.ts";

const options = { cells: 64, mostCells: 4096, bracket: "none" } as const;

function year(strikes: number, scenarios: readonly (Partial<Scenario> & { id: string })[]): CauseYear {
  const struck = scenarios.map((change) => {
    const commonCauses = [{ cause: "vendor", strikes, probability: 0.5 }];
    const base = { system: "s", frequency: 0, loss: { primary: 5 }, controls: [], commonCauses };
    const read = scenarioDistributions({ ...base, ...change });
    return struckEvent(read, read.strikes[0]!);
  });
  return causeYear({ cause: "vendor", rate: atoms([strikes]), struck });
}

test("a strike on two is nothing, one or both by their probabilities", () => {
  const { fine } = solveStrike(year(2, [{ id: "b" }, { id: "a", loss: { primary: 10 } }]), options);
  expect(fine.step).toBe(5);
  expect([...fine.masses.slice(0, 4)]).toEqual([0.25, 0.25, 0.25, 0.25].map((mass) => expect.closeTo(mass, 12)));
});

test("moments of a strike and of its year by formula", () => {
  const secondary = { probability: { min: 0, max: 1 }, loss: 4 };
  const controls = [{ control: "c", acts: "loss", effectiveness: { min: 0, max: 1 } }] as const;
  const { strike, mean, variance, none } = year(3, [{ id: "a", loss: { primary: 2, secondary }, controls }]);
  // Y = M·(2 + 4·B), B ~ Bernoulli(½), M ~ U(0, 1): E Y = 2, E Y² = ⅓·20.
  expect(strike.mean).toBeCloseTo(1, 12);
  expect(strike.variance).toBeCloseTo(10 / 3 - 1, 12);
  expect([mean, variance, none]).toEqual([3, 10, Math.exp(-1.5)].map((figure) => expect.closeTo(figure, 10)));
});

test("many strikes of certain number are solved in a window around their mean", () => {
  const many = year(20_000, [{ id: "a", loss: { primary: { min: 1, max: 3 } } }]);
  const { fine } = solveCauseYear(many, { ...options, cells: 4096, mostCells: 2 ** 14 });
  expect(fine.offset).toBeGreaterThan(0.5 * many.mean);
  const inside = fine.masses.reduce((sum, mass) => sum + mass, 0);
  const mean = fine.masses.reduce((sum, mass, k) => sum + mass * (fine.offset + k * fine.step), 0);
  expect(inside).toBeCloseTo(1, 8);
  expect(Math.abs(mean / many.mean - 1)).toBeLessThan(1e-6);
});

test("events that cannot be are left out, in one order", () => {
  const { struck } = year(1, [{ id: "b" }, { id: "c", loss: { primary: 0 } }, { id: "a" }]);
  expect(struck.map(({ id }) => id)).toEqual(["a", "b"]);
});
