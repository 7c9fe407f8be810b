import { expect, test } from "vitest";
import { figureOf } from "./figure.ts";

test("what is measured is reported with its level, what is not with its reason", () => {
  const measured = { estimate: 0.5, low: 0.4, high: 0.6, n: 90, method: "wilson" } as const;
  expect(figureOf(measured, 0.9)).toEqual({ ...measured, level: 0.9 });
  expect(figureOf({ estimate: null, reason: "no-positives" }, 0.9)).toEqual({ estimate: null, reason: "no-positives" });
});

test("an endless interval is none", () => {
  expect(figureOf({ estimate: 2, low: -Infinity, high: Infinity, n: 1, method: "normal" }, 0.95)).toEqual({
    estimate: 2,
    low: null,
    high: null,
    level: 0.95,
    n: 1,
    method: "none",
    reason: "no interval from these counts",
  });
});
