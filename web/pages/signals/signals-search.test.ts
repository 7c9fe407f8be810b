import { expect, test } from "vitest";
import { filterOf, readSignalsSearch } from "./signals-search.ts";

test("what the address says is kept, and nonsense is dropped", () => {
  const search = {
    topic: "drift",
    format: "evidently",
    state: "open",
    system: "hiring",
    metric: "psi",
    asOf: "2026-11-01",
  };
  expect(readSignalsSearch(search)).toEqual(search);
  expect(readSignalsSearch({ topic: "weather", format: "fax", state: "lost", system: "A b", metric: "" })).toEqual({});
});

test("the API is asked for what narrows and for nothing else", () => {
  expect(filterOf({ asOf: "2026-11-01", topic: "drift" })).toEqual({ topic: "drift" });
});
