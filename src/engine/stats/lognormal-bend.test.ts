import { expect, test } from "vitest";
import { lognormalBend } from "./lognormal-bend.ts";

const density = (sigma: number, z: number) => Math.exp(-0.5 * z * z - sigma * z);

/** Largest distance of the density from its chord between two scores, in units of its largest value there. */
function distanceFromChord(sigma: number, from: number, to: number): number {
  const [left, right] = [Math.exp(sigma * from), Math.exp(sigma * to)];
  const [atLeft, atRight] = [density(sigma, from), density(sigma, to)];
  const mode = Math.min(to, Math.max(from, -sigma));
  const top = Math.max(atLeft, atRight, density(sigma, mode));
  let most = 0;
  for (let i = 1; i < 200; i++) {
    const share = i / 200;
    const x = left + share * (right - left);
    most = Math.max(most, Math.abs(density(sigma, Math.log(x) / sigma) - atLeft - share * (atRight - atLeft)));
  }
  return most / top;
}

const INTERVALS = [0.05, 0.5, 1, 1.5, 3].flatMap((sigma) =>
  [-3.05, -1.5, -sigma - 0.01, -0.002, 0.7, 2.9].flatMap((from) =>
    [0.0025, 0.02, 0.15].map((length) => ({ sigma, from, to: from + length })),
  ),
);

test.each(INTERVALS)("the density of $sigma keeps to its chord from $from to $to", ({ sigma, from, to }) => {
  const bound = lognormalBend(sigma, { from, to, width: Math.expm1(sigma * (to - from)) });
  expect(distanceFromChord(sigma, from, to)).toBeLessThanOrEqual(bound);
});

test("the bound is nearly reached where the density bends most", () => {
  for (const sigma of [0.5, 1, 1.5]) {
    for (const from of [-3.05, 2.9]) {
      const to = from + 0.0025;
      const bound = lognormalBend(sigma, { from, to, width: Math.expm1(sigma * (to - from)) });
      expect(distanceFromChord(sigma, from, to)).toBeGreaterThan(0.8 * (bound - 1e-9));
    }
  }
});
