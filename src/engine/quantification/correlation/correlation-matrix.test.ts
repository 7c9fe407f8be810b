import { expect, test } from "vitest";
import type { Correlation } from "./correlation.ts";
import { correlationMatrix } from "./correlation-matrix.ts";

const KNOWN = ["c", "a", "b", "d"];
const read = (correlation: Correlation) => correlationMatrix(correlation, KNOWN);
const between = (...pairs: [string, string, number][]): Correlation => ({
  kind: "pearson",
  between: pairs.map(([a, b, value]) => ({ a, b, value })),
});
const matrix = (ids: string[], rows: number[][]): Correlation => ({ kind: "pearson", ids, matrix: rows });

test("pairs and a whole matrix say the same, in any order", () => {
  const pairs = read(between(["c", "a", 0.5], ["b", "c", -0.2]));
  expect(pairs.ids).toEqual(["a", "b", "c"]);
  expect(pairs.rows).toEqual([Float64Array.of(1, 0, 0.5), Float64Array.of(0, 1, -0.2), Float64Array.of(0.5, -0.2, 1)]);
  expect(
    read(
      matrix(
        ["c", "b", "a"],
        [
          [1, -0.2, 0.5],
          [-0.2, 1, 0],
          [0.5, 0, 1],
        ],
      ),
    ),
  ).toEqual(pairs);
});

test("scenarios that depend on no other are left out", () => {
  expect(read(between(["a", "b", 0], ["c", "d", 0.1])).ids).toEqual(["c", "d"]);
  expect(read(matrix(["a"], [[1]])).ids).toEqual([]);
  expect(read(between()).rows).toEqual([]);
});

test("ranks are turned into normals", () => {
  const value = 0.5;
  const { rows } = read({ kind: "spearman", between: [{ a: "a", b: "b", value }] });
  expect(rows[1]![0]).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15);
});

test.each<[Correlation, string]>([
  [between(["a", "b", 1.2]), "correlation.between[0].value 1.2 is not a correlation; give a number from -1 to 1"],
  [between(["a", "b", Number.NaN]), "correlation.between[0].value NaN is not a correlation"],
  [between(["a", "b", 0.1], ["a", "x", 0.1]), "correlation.between[1].b x is no scenario; give the id of one"],
  [between(["a", "a", 1]), "correlation.between[0] correlates a with itself; give two scenarios"],
  [between(["a", "b", 0.1], ["b", "a", 0.1]), "correlation.between[1] gives b and a again; give each pair once"],
  [matrix(["a", "x"], [[1, 0], [0, 1]]), "correlation.ids[1] x is no scenario; give the id of one"], // biome-ignore format: a row a line is longer
  [matrix(["a", "a"], [[1, 0], [0, 1]]), "correlation.ids[1] gives a again; give each id once"], // biome-ignore format: see above
  [matrix(["a", "b"], [[1, 0]]), "correlation.matrix has 1 rows; give 2, one for each id"],
  [matrix(["a", "b"], [[1, 0], [0]]), "correlation.matrix[1] has 1 values; give 2, one for each id"], // biome-ignore format: see above
  [matrix(["a", "b"], [[1, 0], [0, 0.9]]), "correlation.matrix[1][1] 0.9 is on the diagonal; give 1"], // biome-ignore format: see above
  [matrix(["a", "b"], [[1, 0.2], [0.3, 1]]), "correlation.matrix[1][0] 0.3 is not as [0][1] 0.2; give a symmetric matrix"], // biome-ignore format: see above
  [matrix(["a", "b"], [[1, 2], [2, 1]]), "correlation.matrix[0][1] 2 is not a correlation; give a number from -1 to 1"], // biome-ignore format: see above
])("%j is refused", (correlation, message) => {
  expect(() => read(correlation)).toThrow(RangeError);
  expect(() => read(correlation)).toThrow(message);
});

test("more scenarios than can be repaired are refused", () => {
  const ids = Array.from({ length: 302 }, (_, i) => `r${i}`);
  const pairs = ids.slice(1).map((a) => ({ a, b: "r0", value: 0.01 }));
  expect(() => correlationMatrix({ kind: "pearson", between: pairs }, ids)).toThrow(
    "correlation of 302 scenarios; give at most 300 that depend on each other",
  );
});
