import { expect, test } from "vitest";
import { canonicalCube } from "./canonical-cube.ts";
import type { DecisionCube } from "./decision-cube.ts";

const loose: DecisionCube = {
  dimensions: [
    { name: "g", role: "attribute", values: ["z", "unused", "B", "a"] },
    { name: "s", role: "score", values: [0.5, null, 0.25] },
  ],
  codes: [Int32Array.of(0, 3, 2, 0, 3), Int32Array.of(0, 1, 2, 0, 2)],
  n: Float64Array.of(1, 2, 3, 4, 5),
  sums: {},
  scores: { kind: "exact" },
  positiveLabel: "1",
};

test("values are sorted by code units, null first, the unused one goes, equal cells meet", () => {
  const cube = canonicalCube(loose);
  expect(cube.dimensions.map(({ values }) => values)).toEqual([
    ["B", "a", "z"],
    [null, 0.25, 0.5],
  ]);
  expect(cube.codes).toEqual([Int32Array.of(0, 1, 1, 2), Int32Array.of(1, 0, 1, 2)]);
  expect([...cube.n]).toEqual([3, 2, 5, 5]);
  expect(canonicalCube(cube)).toEqual(cube);
});

test("more combinations than a double can number are sorted all the same", () => {
  const values = Array.from({ length: 70_000 }, (_, k) => String(k).padStart(5, "0"));
  const wide = (cells: readonly number[]): DecisionCube => ({
    ...loose,
    dimensions: ["a", "b", "c", "d"].map((name) => ({ name, role: "attribute" as const, values })),
    codes: Array.from({ length: 4 }, (_, d) => Int32Array.from(cells, (cell) => (cell * (d * 7919 + 1)) % 70_000)),
    n: Float64Array.from(cells, () => 1),
    scores: { kind: "none" },
  });
  const cells = values.map((_, k) => k);
  expect(canonicalCube(wide(cells.toReversed()))).toEqual(canonicalCube(wide(cells)));
});

test("cells that hold nothing are dropped, also those that add up to nothing", () => {
  const cube = canonicalCube({ ...loose, n: Float64Array.of(4, 0, 3, -4, 5) });
  expect(cube.dimensions.map(({ values }) => values)).toEqual([["B", "a"], [0.25]]);
  expect([...cube.n]).toEqual([3, 5]);
});
