import { expect, test } from "vitest";
import { formatChange, formatCount, formatNumber, formatPercent, formatQuantity, plural } from "./format-number.ts";

test.each([
  [0, "0"],
  [6, "6"],
  [1204, "1,204"],
  [1234567, "1,234,567"],
  [-5, "−5"],
  [-0.2, "0"],
  [Number.NaN, "–"],
])("%d is written %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [0, "0 %"],
  [0.0004, "under 0.1 %"],
  [0.004, "0.4 %"],
  [0.03, "3 %"],
  [0.0996, "10 %"],
  [0.236, "24 %"],
  [0.994, "99.4 %"],
  [0.9996, "over 99.9 %"],
  [1, "100 %"],
])("the share %d is %s", (share, text) => {
  expect(formatPercent(share)).toBe(text.replaceAll(" ", "\u00a0"));
});

test("a change has its sign, and none is plus-minus", () => {
  expect([1, -3, 0].map((value) => formatChange(value))).toEqual(["+1", "−3", "±0"]);
});

test("counts are words up to twelve", () => {
  expect([formatCount(6, "start"), formatCount(6), formatCount(13), formatCount(0, "start")]).toEqual([
    "Six",
    "six",
    "13",
    "No",
  ]);
  expect([plural("risk", 1), plural("risk", 2)]).toEqual(["risk", "risks"]);
});

test.each([
  [0.71, "0.71"],
  [1.6, "1.6"],
  [3600, "3,600"],
  [0.0004, "under 0.001"],
  [0.05, "0.05"],
])("the quantity %d is %s", (value, text) => {
  expect(formatQuantity(value)).toBe(text.replaceAll(" ", "\u00a0"));
});
