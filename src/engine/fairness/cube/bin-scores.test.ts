import fc from "fast-check";
import { expect, test } from "vitest";
import { classes, cubeOf, rowsFor } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { binScores } from "./bin-scores.ts";
import type { CubeDefinition } from "./cube-draft.ts";
import { mergeCubes } from "./merge-cubes.ts";

test("binning commutes with merging of unweighted rows, and one binned side bins the other", () => {
  const rows = rowsFor(classes);
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const [x, y] = [cubeOf(classes, a), cubeOf(classes, b)];
      const merged = binScores(mergeCubes(x, y));
      expect(mergeCubes(binScores(x), binScores(y))).toEqual(merged);
      expect(mergeCubes(binScores(x), y)).toEqual(merged);
      expect(mergeCubes(x, binScores(y))).toEqual(merged);
    }),
    { numRuns: 40 },
  );
});

test("more than 65,536 distinct scores are binned, in whatever parts they came", () => {
  const definition: CubeDefinition = { ...classes, attributes: ["sex"], controls: [] };
  const rows = Array.from({ length: 65_538 }, (_, k) => ({ values: { sex: "a" }, label: "1", score: k / 65_537 }));
  const whole = cubeOf(definition, rows);
  expect(whole.scores).toEqual({ kind: "bins", count: 1000 });
  expect(cubeOf(definition, rows.slice(2)).scores).toEqual({ kind: "exact" });
  expect(mergeCubes(cubeOf(definition, rows.slice(9_000)), cubeOf(definition, rows.slice(0, 9_000)))).toEqual(whole);
});
