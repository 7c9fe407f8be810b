import { expect, test } from "vitest";
import { resolveRates } from "./resolve-rates.ts";

const source = "ECB";

test("the latest of several rates holds, in any order, and one's own currency needs none", () => {
  const rates = [
    { from: "USD", rate: 0.9, on: "2026-01-31", source },
    { from: "USD", rate: 0.92, on: "2026-11-20", source },
    { from: "USD", rate: 0.95, on: "2025-12-31", source },
  ];
  expect(resolveRates(rates, "EUR")("USD")).toBe(0.92);
  expect(resolveRates(rates.toReversed(), "EUR")("USD")).toBe(0.92);
  expect(resolveRates(undefined, "EUR")("EUR")).toBe(1);
});

test("a currency without a rate is refused", () => {
  expect(() => resolveRates([], "EUR")("CHF")).toThrow("currency CHF has no rate to EUR");
});
