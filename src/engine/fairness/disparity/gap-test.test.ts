import { expect, test } from "vitest";
import { selectionSource } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { disparityDefinition } from "./disparity-definition.ts";
import { gapTest } from "./gap-test.ts";

const definition = disparityDefinition("demographicParityDifference");

test("two groups by Fisher, more by shuffling, weights by Tukey, one not at all", () => {
  const weighted = selectionSource([
    [30, 90],
    [48, 80],
  ]);
  const test = (source: typeof weighted) => gapTest(source, definition, { seed: 1, draws: 99 }, new Map()).test;
  expect(test(weighted)).toBe("fisher");
  expect(
    test(
      selectionSource([
        [3, 9],
        [4, 8],
        [5, 9],
      ]),
    ),
  ).toBe("permutation");
  expect(test({ ...weighted, table: { ...weighted.table, weights: "given" } })).toBe("tukey");
  expect(test(selectionSource([[3, 9]]))).toBeNull();
});

test("Tukey's test rejects equal rates of unequal groups in 2 to 8 % of samples", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "tukey"), 0, 0);
  let rejected = 0;
  const trials = 500;
  for (let trial = 0; trial < trials; trial++) {
    const source = selectionSource([300, 40, 90].map((n) => [drawBinomial(stream, n, 0.4), n] as const));
    const weighted = { ...source, table: { ...source.table, weights: "given" as const } };
    if (gapTest(weighted, definition, { seed: 1 }, new Map()).pValue! <= 0.05) rejected++;
  }
  expect(rejected / trials).toBeGreaterThan(0.02);
  expect(rejected / trials).toBeLessThan(0.08);
});

test.each([3, 60])("one true rate of %i very unequal groups is rejected in 2 to 8 of a hundred samples", (groups) => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "shuffled"), groups, 0);
  const sizes = Array.from({ length: groups }, (_, g) => 5 + ((g * 197) % 301));
  let rejected = 0;
  const trials = 400;
  for (let trial = 0; trial < trials; trial++) {
    const source = selectionSource(sizes.map((n) => [drawBinomial(stream, n, 0.3), n] as const));
    if (gapTest(source, definition, { seed: trial, draws: 199 }, new Map()).pValue! <= 0.05) rejected++;
  }
  expect(rejected / trials).toBeGreaterThan(0.02);
  expect(rejected / trials).toBeLessThan(0.08);
});

test("a gap between large groups is seen beside a small one that varies more by chance", () => {
  const source = selectionSource([
    [300, 1000],
    [400, 1000],
    [4, 6],
  ]);
  expect(gapTest(source, definition, { seed: 1 }, new Map())).toEqual({ pValue: 1 / 8001, test: "permutation" });
});

test("where every group is large Tukey's distribution says what shuffling says, and goes on where draws end", () => {
  const askOf = (times: number, away: number) => {
    const groups = [1000, 1400, 1900].map((n, g) => [Math.round(times * n * (0.4 + away * g)), times * n] as const);
    return gapTest(selectionSource(groups), definition, { seed: 1, draws: 4000 }, new Map());
  };
  const few = askOf(1, 0.0145);
  const many = askOf(10, 0.0145 / Math.sqrt(10));
  expect([few.test, many.test]).toEqual(["permutation", "tukey"]);
  expect(Math.abs(few.pValue! - many.pValue!)).toBeLessThan(0.03);
  const certain = askOf(10, 0.05).pValue!;
  expect(certain).toBeLessThan(1e-20);
  expect(certain).toBeGreaterThan(0);
});
