import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import type { Spectrum } from "../exact/count-transform.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";
import { independentYears } from "../exact/independent-years.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { lossFreeSpectrum, type YearGrid } from "../exact/year-grid.ts";
import type { CommonGrid } from "./common-grid.ts";
import { HeldProducts } from "./held-products.ts";
import { yearTransform } from "./year-transform.ts";

const steps: YearGrid = { step: 1, cells: 128, first: 0 };
const onSteps: CommonGrid = { fine: steps, coarse: steps, reading: "steps" };
const wide: YearGrid = { step: 250, cells: 2 ** 14, first: 0 };
const smooth: CommonGrid = { fine: wide, coarse: { step: 500, cells: 2 ** 13, first: 0 }, reading: "smooth" };

/** Years of single losses of 1, 30 times in all. */
const ones = (count: number): LazyYear[] =>
  independentYears(Array.from({ length: count }, (_, k) => plainScenario(`r${k}`, { frequency: 30 / count })));
const varied = independentYears(
  Array.from({ length: 9 }, (_, k) =>
    plainScenario(`r${k}`, { frequency: 1 + k / 3, loss: { primary: { low: 1e3 * (k + 1), high: 5e4 } } }),
  ),
);

/** One transform after the other, of all frequencies. */
function productOf(years: readonly LazyYear[], grid: YearGrid, resolution: "fine" | "coarse"): Spectrum {
  const product = lossFreeSpectrum(grid);
  for (const year of years) multiplySpectrum(product, yearTransform(year, grid, resolution));
  return product;
}

function expectSame(found: Spectrum, whole: Spectrum): void {
  whole.re.forEach((x, k) => {
    // What is left out is 0 to 1e-12.
    expect(Math.hypot((found.re[k] ?? 0) - x, (found.im[k] ?? 0) - whole.im[k]!)).toBeLessThan(1.1e-12);
  });
}

const joining = (years: readonly LazyYear[]) =>
  years.map((year) => ({
    offset: 0,
    transform(grid: YearGrid, resolution: "fine" | "coarse", frequencies: number) {
      const { re, im } = yearTransform(year, grid, resolution);
      return { re: re.subarray(0, frequencies), im: im.subarray(0, frequencies) };
    },
  }));

describe("products of all years but a few", () => {
  test.each([1, 2, 11, 12, 128, 129, 300])("of %d years, whichever are left out", (count) => {
    const years = ones(count);
    const products = new HeldProducts(years, onSteps);
    for (const left of [[], [0], [count - 1], [0, Math.floor(count / 2)], years.map((_, k) => k)]) {
      const out = new Set(left.map((k) => years[k]!));
      const whole = productOf(
        years.filter((year) => !out.has(year)),
        steps,
        "fine",
      );
      const pair = products.without(out);
      expectSame(pair.fine, whole);
      expect(pair.coarse).toBe(pair.fine);
    }
  });

  test("at both resolutions, and again after another question", () => {
    const products = new HeldProducts(varied, smooth);
    for (const left of [[2, 5], [], [8], [2, 5]]) {
      const out = new Set(left.map((k) => varied[k]!));
      const kept = varied.filter((year) => !out.has(year));
      const pair = products.without(out);
      expectSame(pair.fine, productOf(kept, smooth.fine, "fine"));
      expectSame(pair.coarse, productOf(kept, smooth.coarse, "coarse"));
    }
  });

  test("a year that is not among them takes nothing out", () => {
    const years = ones(5);
    const products = new HeldProducts(years, onSteps);
    expect(products.without(new Set(varied))).toEqual(products.without(new Set()));
  });
});

describe("the sum of those and of further years", () => {
  /** e⁻³⁰ 30ⁿ/n!. */
  const poisson30 = Array.from({ length: 100 }, (_, n) => {
    let log = -30;
    for (let k = 1; k <= n; k++) log += Math.log(30 / k);
    return Math.exp(log);
  });

  test("is Poisson where all of them are, whoever stays and whoever joins", () => {
    const years = ones(40);
    const products = new HeldProducts(years, onSteps);
    for (const from of [0, 13, 39, 40]) {
      const pair = products.without(new Set(years.slice(from)));
      const { fine, coarse } = products.sumWith(pair, joining(years.slice(from)));
      expect([fine.offset, fine.step]).toEqual([0, 1]);
      expect(coarse).toBe(fine);
      poisson30.forEach((probability, n) => void expect(Math.abs(fine.masses[n]! - probability)).toBeLessThan(1e-9));
    }
  });

  test("keeps the mean at either resolution, however many cells it is read at", () => {
    const products = new HeldProducts(varied, smooth);
    const mean = varied.reduce((sum, { year }) => sum + year.mean, 0);
    const sum = products.sumWith(products.without(new Set(varied.slice(0, 2))), joining(varied.slice(0, 2)));
    for (const { offset, step, masses } of [sum.fine, sum.coarse]) {
      expect(masses.reduce((total, mass) => total + mass, 0)).toBeCloseTo(1, 6);
      const found = masses.reduce((total, mass, cell) => total + mass * (offset + cell * step), 0);
      expect(Math.abs(found / mean - 1)).toBeLessThan(1e-5);
      expect(masses.length * step).toBe(wide.cells * wide.step);
    }
  });
});
