import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { rateCounts } from "../rate/rate.ts";
import { restOfGroups } from "./rest-of-groups.ts";

const table = tableOf({ a: [30, 10, 5, 55], b: [20, 20, 0, 10], c: [1, 2, 3, 4] });

test("all = share × group + (1 − share) × rest", () => {
  for (const name of ["truePositiveRate", "selectionRate", "falseOmissionRate"] as const) {
    for (const g of [0, 1, 2]) {
      const { group, rest, share } = restOfGroups(table, g, name, 1.96)!;
      const all = rateCounts(table, 3, name).rate;
      expect(share * group.estimate + (1 - share) * rest.estimate).toBeCloseTo(all, 12);
    }
  }
});

test("without a rest, or without a denominator, there is none", () => {
  expect(restOfGroups(tableOf({ a: [30, 10, 5, 55] }), 0, "accuracy", 1.96)).toBeNull();
  expect(restOfGroups(tableOf({ a: [0, 0, 5, 55], b: [1, 1, 0, 0] }), 0, "truePositiveRate", 1.96)).toBeNull();
});
