import { expect, test } from "vitest";
import { errorWords, quantileError } from "./error-words.ts";

const range = (low: number, high: number, kind: "estimate" | "bracket" = "estimate") => ({ low, high, kind });

test.each([
  [range(20_500_000, 20_504_200), "± €2.1k"],
  [range(5, 5), "exact"],
  [range(100, 300, "bracket"), "proved ± €100"],
  [{ standardError: 40_000 }, "standard error €40k"],
])("%j", (error, words) => expect(errorWords(error, "EUR")).toBe(words));

test("a quantile that the engine gave has its error, one read off the curve says so", () => {
  const at = range(0, 200);
  const figures = {
    error: {
      expectedAnnualLoss: at,
      standardDeviation: at,
      valueAtRisk: { "0.5": at, "0.9": at, "0.95": at, "0.99": at },
      expectedShortfall: { "0.95": at, "0.99": at },
    },
  };
  expect([0.5, 0.1, 0.05, 0.01].map((p) => quantileError(figures, p, "EUR"))).toEqual(Array(4).fill("± €100"));
  expect(quantileError(figures, 0.02, "EUR")).toBe("read off the curve");
});
