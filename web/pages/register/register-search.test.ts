import { describe, expect, test } from "vitest";
import { orderOf, readRegisterSearch } from "./register-search.ts";

describe("readRegisterSearch", () => {
  test("keeps what is not the default, so that an address stays short", () => {
    expect(readRegisterSearch({ sort: "residual", order: "descending" })).toEqual({});
    expect(readRegisterSearch({ sort: "owner", order: "descending", q: "bias", system: "churn" })).toEqual({
      sort: "owner",
      order: "descending",
      q: "bias",
      system: "churn",
    });
  });

  test("drops nonsense instead of failing", () => {
    expect(readRegisterSearch({ sort: "mood", order: "sideways", q: "   ", owner: 7, asOf: "soon" })).toEqual({});
  });
});

describe("orderOf", () => {
  test("scores begin with the highest, names with A, unless the address says otherwise", () => {
    expect(orderOf({})).toEqual({ sort: "residual", order: "descending" });
    expect(orderOf({ sort: "name" })).toEqual({ sort: "name", order: "ascending" });
    expect(orderOf({ sort: "expectedAnnualLoss", order: "ascending" })).toEqual({
      sort: "expectedAnnualLoss",
      order: "ascending",
    });
  });
});
