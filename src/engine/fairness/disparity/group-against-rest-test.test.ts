import { expect, test } from "vitest";
import { drawHypergeometric } from "../../stats/draw-hypergeometric.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { groupAgainstRestTest } from "./group-against-rest-test.ts";
import { permutationTest } from "./permutation-test.ts";

const sizes = Array.from({ length: 300 }, (_, g) => 5 + ((g * 197) % 301));
const total = sizes.reduce((sum, n) => sum + n, 0);

function shuffled(seed: number): number[] {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(seed, "many groups"), 0, 0);
  let [rows, marked] = [total, Math.round(0.3 * total)];
  return sizes.map((drawn) => {
    const x = drawHypergeometric(stream, { total: rows, marked, drawn });
    rows -= drawn;
    marked -= x;
    return x;
  });
}

test("300 very unequal groups with one true rate are rejected in 5 of a hundred samples, or fewer", () => {
  let rejected = 0;
  for (let seed = 1; seed <= 300; seed++) {
    if (groupAgainstRestTest([{ n: sizes, successes: shuffled(seed) }]) <= 0.05) rejected++;
  }
  expect(rejected / 300).toBeLessThan(0.08);
  expect(rejected / 300).toBeGreaterThan(0.01);
});

test("about what shuffling says, and smaller than any number of draws can say", () => {
  const successes = shuffled(3);
  successes[7] = Math.min(sizes[7]!, successes[7]! + 34);
  const rate = successes.reduce((sum, x) => sum + x, 0) / total;
  const largest = ([rates]: readonly Float64Array[]) =>
    Math.max(...sizes.map((n, g) => Math.abs(rates![g]! - rate) * Math.sqrt(n)));
  const drawn = permutationTest([{ n: sizes, successes }], largest, { seed: 1, draws: 1000 }).pValue;
  const exact = groupAgainstRestTest([{ n: sizes, successes }]);
  expect(exact).toBeLessThan(0.05);
  expect(drawn).toBeLessThan(0.05);
  successes[9] = sizes[9]!;
  expect(groupAgainstRestTest([{ n: sizes, successes }])).toBeLessThan(1e-20);
});

test("strata are asked together; groups without rows, or alone, are not", () => {
  const stratum = { n: [30, 20, 25], successes: [3, 14, 9] };
  const alone = groupAgainstRestTest([stratum]);
  expect(groupAgainstRestTest([stratum, { n: [40, 0, 0], successes: [7, 0, 0] }])).toBeCloseTo(alone, 15);
  const twice = groupAgainstRestTest([stratum, { n: [40, 41, 39], successes: [20, 20, 20] }]);
  expect(twice).toBeCloseTo(2 * alone, 12);
  expect(groupAgainstRestTest([])).toBe(1);
});
