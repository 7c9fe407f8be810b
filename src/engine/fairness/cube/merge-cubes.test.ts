import fc from "fast-check";
import { expect, test } from "vitest";
import { classes, cubeOf, definitions, rowsFor } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { rowsOfCube } from "./decision-cube.ts";
import { mergeCubes, subtractCubes } from "./merge-cubes.ts";
import { rollUp } from "./roll-up.ts";

test.each(definitions)(
  "a cube is a commutative monoid, to the last bit: $task.kind, scores $scores, weights $weights",
  (definition) => {
    const rows = rowsFor(definition);
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const [x, y, z] = [cubeOf(definition, a), cubeOf(definition, b), cubeOf(definition, c)];
        const whole = cubeOf(definition, [...a, ...b, ...c]);
        expect(mergeCubes(mergeCubes(x, y), z)).toEqual(whole);
        expect(mergeCubes(x, mergeCubes(y, z))).toEqual(whole);
        expect(mergeCubes(z, mergeCubes(y, x))).toEqual(whole);
        expect(mergeCubes(whole, cubeOf(definition, []))).toEqual(whole);
        expect(mergeCubes(cubeOf(definition, []), whole)).toEqual(whole);
        expect(cubeOf(definition, [...c, ...a, ...b].toReversed())).toEqual(whole);
        expect(subtractCubes(whole, mergeCubes(x, z))).toEqual(y);
        expect(rowsOfCube(whole)).toBe(a.length + b.length + c.length);
      }),
      { numRuns: 40 },
    );
  },
);

test("cubes that do not match are not merged, and nothing is taken that is not there", () => {
  const a = cubeOf(classes, [{ values: { sex: "a" } }]);
  const other = cubeOf({ ...classes, attributes: ["sex"] }, []);
  expect(() => mergeCubes(a, other)).toThrow("cubes not alike");
  expect(() => mergeCubes(a, cubeOf({ ...classes, task: { kind: "classification", positiveLabel: "0" } }, []))).toThrow(
    "positive label 1 and",
  );
  expect(() => subtractCubes(cubeOf(classes, []), a)).toThrow("cube not part of the other");
  expect(() => rollUp(a, ["age"])).toThrow("dimension not in the cube: age; it has sex, race, dept, month");
});
