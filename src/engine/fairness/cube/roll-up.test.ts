import fc from "fast-check";
import { expect, test } from "vitest";
import { classes, cubeOf, rowsFor } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { mergeCubes } from "./merge-cubes.ts";
import { rollUp } from "./roll-up.ts";

test("rolling up commutes with merging, and twice is once", () => {
  const rows = rowsFor(classes);
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const [x, y] = [cubeOf(classes, a), cubeOf(classes, b)];
      const merged = rollUp(mergeCubes(x, y), ["sex", "label"]);
      expect(mergeCubes(rollUp(x, ["sex", "label"]), rollUp(y, ["sex", "label"]))).toEqual(merged);
      expect(rollUp(rollUp(mergeCubes(x, y), ["sex", "race", "label"]), ["sex", "label"])).toEqual(merged);
    }),
    { numRuns: 40 },
  );
});
