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
