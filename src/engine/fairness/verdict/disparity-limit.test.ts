import { expect, test } from "vitest";
import { checkDisparityLimit, type DisparityLimit } from "./disparity-limit.ts";

const limit: DisparityLimit = {
  disparity: "demographicParityDifference",
  bound: 0.1,
  purpose: "screening of applications",
  rationale: "half of the gap of the process before",
  approvedBy: "mara",
  approvedOn: "2026-03-02",
};

test("a whole limit is accepted", () => {
  expect(checkDisparityLimit(limit, "difference")).toBeUndefined();
});

test.each<[string, Partial<DisparityLimit>]>([
  ["bound of demographicParityDifference not above 0: 0", { bound: 0 }],
  ["bound of demographicParityRatio not between 0 and 1: 1.25", { disparity: "demographicParityRatio", bound: 1.25 }],
  ["limit of demographicParityDifference without rationale", { rationale: " " }],
  ["approvedOn of demographicParityDifference not a date: soon; write YYYY-MM-DD", { approvedOn: "soon" }],
])("refused: %s", (message, change) => {
  const changed = { ...limit, ...change };
  expect(() => checkDisparityLimit(changed, changed.disparity.endsWith("Ratio") ? "ratio" : "difference")).toThrow(
    message,
  );
});
