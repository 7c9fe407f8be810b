import { expect, test } from "vitest";
import { pathway } from "./pathway.ts";

const falseApprovals = {
  id: "false-approvals",
  indicator: "credit-false-approvals",
  risk: "credit-losses",
  wrongOutcomes: { reads: "wrong-outcomes" },
  caught: { min: 0.3, mode: 0.5, max: 0.7 },
  lossEvent: { low: 0.001, high: 0.01 },
};
const isRead = (given: object) => pathway.safeParse({ ...falseApprovals, ...given }).success;

test("a pathway of counted wrong outcomes is read", () => {
  expect(isRead({})).toBe(true);
  expect(isRead({ reversed: 0.2, decisionsPerYear: { low: 300_000, high: 500_000 } })).toBe(true);
});

test("accuracy and a proxy need the usual share, which they can only raise", () => {
  expect(isRead({ wrongOutcomes: { reads: "accuracy", ofThisKind: 0.4 } })).toBe(false);
  expect(isRead({ wrongOutcomes: { reads: "accuracy", ofThisKind: 0.4, usual: { low: 0.01, high: 0.05 } } })).toBe(
    true,
  );
  const proxy = { reads: "proxy", usual: 0.02, normal: 0.1, doublesEvery: 0.1 };
  expect(isRead({ wrongOutcomes: proxy })).toBe(true);
  expect(isRead({ wrongOutcomes: { ...proxy, doublesEvery: -0.05 } })).toBe(true);
  expect(isRead({ wrongOutcomes: { ...proxy, doublesEvery: 0 } })).toBe(false);
});

test("no link of the chain may be left out", () => {
  for (const link of ["indicator", "risk", "wrongOutcomes", "caught", "lossEvent"]) {
    expect(isRead({ [link]: undefined }), link).toBe(false);
  }
});
