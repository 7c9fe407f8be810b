import { describe, expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { capped } from "../../stats/capped.ts";
import type { Distribution } from "../../stats/distribution.ts";
import { gamma } from "../../stats/gamma.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { addLossMasses } from "./add-loss-masses.ts";
import type { Rounding } from "./rounding.ts";

const CELLS = 4096;
const massesOf = (loss: Distribution, step: number, rounding: Rounding = "mean") => {
  const masses = new Float64Array(CELLS);
  addLossMasses(loss, { masses, weight: 1, grid: { step, rounding, beyond: "dropped" } });
  return masses;
};
const LOSSES: [string, Distribution, number][] = [
  ["lognormal", lognormal({ mu: 0, sigma: 1 }), 0.25],
  ["narrow lognormal far out", lognormal({ mu: 5, sigma: 0.02 }), 0.1],
  ["PERT", scaledBeta({ alpha: 1.4, beta: 4.6, min: 10, max: 100 }), 0.05],
  ["uniform between cells", scaledBeta({ alpha: 1, beta: 1, min: 1.01, max: 7.77 }), 0.1],
  ["lognormal with a cap between cells", capped(lognormal({ mu: 0, sigma: 1 }), 30.1), 0.25],
  ["lognormal with a cap that few pass", capped(lognormal({ mu: 0, sigma: 1 }), 200), 0.25],
  ["gamma unbounded at 0", gamma({ shape: 0.4, rate: 0.1 }), 0.1],
];

describe("masses of one loss", () => {
  test.each(LOSSES)("%s: all mass, and the mean, whether read from the density or not", (_, loss, step) => {
    const masses = massesOf(loss, step);
    const plain = massesOf({ ...loss, density: undefined } as unknown as Distribution, step);
    let total = 0;
    let mean = 0;
    masses.forEach((mass, j) => {
      total += mass;
      mean += mass * j * step;
      expect(Math.abs(mass - plain[j]!)).toBeLessThan(1e-7 * plain[j]! + 1e-10);
    });
    expect(Math.abs(total - 1)).toBeLessThan(1e-9);
    expect(Math.abs(mean / loss.mean - 1)).toBeLessThan(1e-8);
  });

  test.each(LOSSES)("%s: rounded down and up lie to either side of it at every cell", (_, loss, step) => {
    const down = massesOf(loss, step, "down");
    const up = massesOf(loss, step, "up");
    let below = 0;
    let above = 0;
    for (let j = 0; j < 2000; j++) {
      below += down[j]!;
      above += up[j]!;
      expect(below).toBeGreaterThanOrEqual(loss.cdf(j * step) - 1e-12);
      expect(above).toBeLessThanOrEqual(loss.cdf(j * step) + 1e-12);
    }
  });

  test("an atom on a cell stays whole, one between is split by its distance", () => {
    expect([...massesOf(atoms([0.3]), 0.1).slice(2, 5)]).toEqual([0, 1, 0]);
    const [left, right] = massesOf(atoms([0.375]), 0.1).slice(3, 5);
    expect(left).toBeCloseTo(0.25, 12);
    expect(right).toBeCloseTo(0.75, 12);
  });
});
