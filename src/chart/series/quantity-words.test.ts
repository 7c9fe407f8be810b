import { expect, test } from "vitest";
import { quantityWords } from "./quantity-words.ts";

test.each([
  [200_000, { of: "money", currency: "EUR" }, "€200k"],
  [0.042, { of: "probability" }, "4.2 %"],
  [0.00025, { of: "probability" }, "1 in 4,000"],
  [0, { of: "probability" }, "0 %"],
  [1.6, { of: "events" }, "1.6"],
  [0.42, { of: "force" }, "0.42"],
] as const)("%d of %j", (value, quantity, words) => {
  expect(quantityWords(value, quantity).replaceAll(/\s/g, " ")).toBe(words);
});
