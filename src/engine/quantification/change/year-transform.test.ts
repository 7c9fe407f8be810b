import { describe, expect, test } from "vitest";
import { multiplySpectrum } from "../exact/event-loss.ts";
import { independentYears } from "../exact/independent-years.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { massesOf, type YearGrid } from "../exact/year-grid.ts";
import type { Scenario } from "../scenario.ts";
import { yearOffset, yearTransform } from "./year-transform.ts";

function yearOf(parts: Partial<Scenario>): LazyYear {
  const scenario = { id: "a", system: "s", frequency: 1, loss: { primary: 1 }, controls: [], ...parts };
  return independentYears([scenario])[0]!;
}
/** A secondary loss that never follows: the same law, but the year is solved on a grid of its own first. */
const bySolving = (parts: Partial<Scenario> & Pick<Scenario, "loss">): LazyYear =>
  yearOf({ ...parts, loss: { ...parts.loss, secondary: { probability: 0, loss: 9 } } });

const tilted: YearGrid = { step: 1, cells: 64, first: 0 };
const window: YearGrid = { step: 1, cells: 64, first: 32 };

/** e⁻² 2ⁿ/n!. */
const poisson2 = Array.from({ length: 30 }, (_, n) => {
  let probability = Math.exp(-2);
  for (let k = 1; k <= n; k++) probability *= 2 / k;
  return probability;
});

describe("the transform of a year", () => {
  test("in a window it is the characteristic function of the loss: exp(λ(e^(−iω) − 1)) of single units", () => {
    const { re, im } = yearTransform(yearOf({ frequency: 2 }), window, "fine");
    re.forEach((real, k) => {
      const angle = (2 * Math.PI * k) / 64;
      const size = Math.exp(2 * (Math.cos(angle) - 1));
      expect(Math.abs(real - size * Math.cos(2 * Math.sin(angle)))).toBeLessThan(1e-13);
      expect(Math.abs(im[k]! + size * Math.sin(2 * Math.sin(angle)))).toBeLessThan(1e-13);
    });
  });

  test.each([
    ["read from its losses", yearOf({ frequency: 2 })],
    ["solved on a grid of its own", bySolving({ frequency: 2, loss: { primary: 1 } })],
  ])("brings back the masses of a year %s", (_, year) => {
    const { masses } = massesOf(yearTransform(year, tilted, "fine"), tilted);
    poisson2.forEach((probability, n) => void expect(Math.abs(masses[n]! - probability)).toBeLessThan(1e-9));
  });

  test("on twice the step it keeps the mean: a loss between two steps is split", () => {
    const double = { step: 2, cells: 32, first: 0 };
    const year = yearOf({ frequency: 2 });
    for (const one of [year, bySolving({ frequency: 2, loss: { primary: 1 } })]) {
      const { masses } = massesOf(yearTransform(one, double, "coarse"), double);
      expect(masses.reduce((sum, mass, j) => sum + mass * j * 2, 0)).toBeCloseTo(2, 9);
    }
  });

  test("the product of two is the transform of their sum", () => {
    const product = yearTransform(yearOf({ frequency: 1.25 }), tilted, "fine");
    multiplySpectrum(product, yearTransform(bySolving({ frequency: 0.75, loss: { primary: 1 } }), tilted, "fine"));
    const { masses } = massesOf(product, tilted);
    poisson2.forEach((probability, n) => void expect(Math.abs(masses[n]! - probability)).toBeLessThan(1e-9));
  });
});

test("a year of many events leaves out the start of its window, and with it has its mean", () => {
  const year = yearOf({ frequency: 4000, loss: { primary: { min: 90, max: 110 } } });
  const offset = yearOffset(year);
  expect(offset).toBeGreaterThan(300_000);
  expect(offset).toBeLessThan(400_000 - 6 * 100 * Math.sqrt(4000));
  const grid = { step: 64, cells: 4096, first: 0 };
  const { masses } = massesOf(yearTransform(year, grid, "fine"), grid);
  const mean = masses.reduce((sum, mass, j) => sum + mass * (offset + j * 64), 0);
  expect(Math.abs(mean / 400_000 - 1)).toBeLessThan(1e-7);
  expect(yearOffset(yearOf({ frequency: 900 }))).toBe(0);
});
