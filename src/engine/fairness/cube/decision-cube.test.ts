import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { dimensionOfCube, roleOfCube } from "./decision-cube.ts";

test("a missing or empty protected value is a group of its own, a missing label or decision is null", () => {
  const cube = cubeOf(classes, [{ values: { sex: "", race: null } }]);
  expect(cube.dimensions.map(({ values }) => values)).toEqual([
    ["(missing)"],
    ["(missing)"],
    ["(missing)"],
    [null],
    [null],
    [null],
    [null],
  ]);
  expect([dimensionOfCube(cube, "race"), roleOfCube(cube, "label"), roleOfCube(cube, "model")]).toEqual([1, 4, -1]);
});
