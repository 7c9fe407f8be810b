import { expect, test } from "vitest";
import { formatAmount, formatMoney, formatMoneyRange } from "./format-money.ts";

test.each([
  [8_123_000, "€8.1m"],
  [20_600_000, "€20.6m"],
  [25_000_000, "€25m"],
  [290_400, "€290k"],
  [69_000, "€69k"],
  [1_500, "€1.5k"],
  [999, "€999"],
  [0, "€0"],
  [0.4, "under €1"],
  [-1_200_000, "−€1.2m"],
  [3_400_000_000, "€3.4bn"],
  [5e12, "€5tn"],
])("a headline says %d as %s", (amount, text) => {
  expect(formatMoney(amount, "EUR")).toBe(text);
});

test.each([
  [2_584_000, "€2.58m"],
  [12_340_000, "€12.3m"],
  [293_400, "€293k"],
])("a table says %d as %s", (amount, text) => {
  expect(formatMoney(amount, "EUR", "table")).toBe(text);
});

test.each([
  [999_600, "€1m"],
  [9_999, "€10k"],
  [999.7, "€1k"],
  [999_960_000, "€1bn"],
])("rounding %d carries into the next step: %s", (amount, text) => {
  expect(formatMoney(amount, "EUR")).toBe(text);
});

test("a currency without a sign keeps its code", () => {
  expect(formatMoney(290_000, "SEK")).toBe("SEK 290k");
  expect(formatMoney(-290_000, "SEK")).toBe("−SEK 290k");
});

test("a range names the currency once", () => {
  expect(formatMoneyRange(30_000, 100_000, "EUR")).toBe("€30k to 100k");
  expect(formatAmount(-2_000_000)).toBe("−2m");
});

test("what is not a number is a dash, never zero", () => {
  expect(formatMoney(Number.NaN, "EUR")).toBe("–");
});
