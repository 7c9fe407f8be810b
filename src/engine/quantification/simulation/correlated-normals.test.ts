import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import { correlationFactor } from "../correlation/correlation-factor.ts";
import { CorrelatedNormals } from "./correlated-normals.ts";
import { BLOCK_YEARS } from "./event-years.ts";

const IDS = ["a", "b", "c", "d"];
const between = [
  { a: "a", b: "b", value: 0.7 },
  { a: "a", b: "c", value: -0.4 },
  { a: "b", b: "c", value: 0.1 },
];
const FACTOR = correlationFactor({ kind: "pearson", between }, IDS);

function block(wanted: readonly string[], number: number) {
  const normals = new CorrelatedNormals(FACTOR, wanted, 1);
  normals.fillBlock(number);
  return (id: string) => normals.of(id)!.slice();
}

test("normals have mean 0, variance 1 and the correlations asked for, over 40 blocks", () => {
  const blocks = Array.from({ length: 40 }, (_, number) => block(IDS, number));
  const average = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / BLOCK_YEARS;
  for (const id of ["a", "b", "c"]) {
    expectAverage(
      blocks.map((of) => average(of(id))),
      0,
    );
    expectAverage(
      blocks.map((of) => average(of(id).map((z) => z * z))),
      1,
    );
  }
  for (const { a, b, value } of between) {
    expectAverage(
      blocks.map((of) => average(of(a).map((z, year) => z * of(b)[year]!))),
      value,
    );
  }
});

test("they are the same bits in any company", () => {
  const all = block(IDS, 5);
  for (const id of ["a", "b", "c"]) expect(block([id, "d"], 5)(id)).toEqual(all(id));
});

test("who depends on no other has none", () => {
  expect(new CorrelatedNormals(FACTOR, IDS, 1).of("d")).toBeNull();
});
