import { expect, test } from "vitest";
import { lognormalDraws } from "../../stats/lognormal-draws.ts";
import { SortedYears } from "./sorted-years.ts";

const N = 20_000;

function lognormals(mu: number, sigma: number): Float64Array {
  const out = new Float64Array(N);
  lognormalDraws(mu, sigma).fill(Int32Array.of(1, 2, 3, 4), out, N);
  return out;
}

const FEW = Float64Array.of(3, 0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 0, 8, 9, 7, 9);

test.each<[string, Float64Array]>([
  ["lognormal", lognormals(10, 1)],
  ["lognormal over 300 powers of ten", lognormals(0, 49)],
  ["mostly zero", lognormals(10, 1).map((x, i) => (i % 7 === 0 ? x : 0))],
  ["all zero", new Float64Array(N)],
  ["all equal", new Float64Array(N).fill(3.25)],
  ["two values", Float64Array.from({ length: N }, (_, i) => (i % 2) * 1e6)],
  ["so narrow that all share their leading bits", lognormals(5, 1e-9)],
  ["narrow but for one far value", lognormals(5, 1e-9).map((x, i) => (i === 77 ? 1e-300 : x))],
  ["rising", Float64Array.from({ length: N }, (_, i) => i)],
  ["falling", Float64Array.from({ length: N }, (_, i) => N - i)],
  ["subnormal", Float64Array.from({ length: N }, (_, i) => ((i * 7919) % N) * 5e-324)],
  ["few", FEW],
  ["one", Float64Array.of(2)],
])("%s years come out as the general sort has them, the input untouched", (_name, years) => {
  const before = Float64Array.from(years);
  expect(new SortedYears().of(years)).toEqual(Float64Array.from(years).sort());
  expect(years).toEqual(before);
});

test("one buffer serves samples of different lengths in turn", () => {
  const sorting = new SortedYears();
  for (const years of [lognormals(10, 1), FEW, lognormals(3, 2)]) {
    expect(sorting.of(years)).toEqual(Float64Array.from(years).sort());
  }
});
