import { expect, test } from "vitest";
import { readWhatIfSearch } from "./what-if-search.ts";

test("the address holds thresholds, costs and what is shown", () => {
  const search = { by: "sex,race", t: "0.55,0.62,none", fp: "5", fn: "0.2", rate: "truePositiveRate", view: "table" };
  expect(readWhatIfSearch({ ...search, other: "x" })).toEqual(search);
});

test("nonsense in an address is dropped, not shown as an error", () => {
  for (const t of ["", "0.5,", "2.5", "-0.1", "0,5;", "1e3", "all"]) expect(readWhatIfSearch({ t }).t).toBeUndefined();
  for (const fp of ["", "-1", "1e9", "a"]) expect(readWhatIfSearch({ fp, fn: fp })).toEqual({});
  expect(readWhatIfSearch({ rate: "a b", view: "chart", by: 4 })).toEqual({});
});
