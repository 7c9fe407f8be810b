import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { capped } from "../../stats/capped.ts";
import type { Distribution } from "../../stats/distribution.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { addLossMasses } from "./add-loss-masses.ts";
import { coarserMasses } from "./coarser-masses.ts";

function laid(loss: Distribution, step: number, cells: number): Float64Array {
  const masses = new Float64Array(cells);
  addLossMasses(loss, { masses, weight: 1, grid: { step, rounding: "mean", beyond: "dropped" } });
  return masses;
}

test.each<[string, Distribution]>([
  ["a lognormal that passes the grid", lognormal({ mu: 5, sigma: 1.2 })],
  ["one with a cap between two losses", capped(lognormal({ mu: 4, sigma: 1 }), 333)],
  ["a beta", scaledBeta({ alpha: 2, beta: 3, min: 7, max: 800 })],
  ["certain losses, one of them 0", atoms([0, 3, 4, 5.5, 999])],
])("the masses are those that the longer step is given: %s", (_, loss) => {
  const coarser = coarserMasses(laid(loss, 1, 1024));
  const expected = laid(loss, 2, 512);
  expect(coarser).toHaveLength(512);
  coarser.forEach((mass, cell) => void expect(Math.abs(mass - expected[cell]!)).toBeLessThan(1e-10));
});
