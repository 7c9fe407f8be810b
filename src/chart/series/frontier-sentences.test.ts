import { describe, expect, test } from "vitest";
import { frontierFinding, frontierQuote, restoringWords } from "./frontier-sentences.ts";

const euro = { currency: "EUR", budget: 120_000 };

describe("what a budget buys", () => {
  test.each([
    [[], "€120k buys no control that is worth more than nothing"],
    [["Tests"], "€120k a year funds Tests"],
    [["Tests", "Drill"], "€120k a year funds Tests and Drill"],
    [["A", "B", "C"], "€120k a year funds three controls"],
  ])("%j", (names, words) => expect(frontierFinding({ ...euro, names })).toBe(words));

  const set = {
    ...euro,
    cost: 110_000,
    before: 7_200_000,
    after: 5_100_000,
    measure: "expectedAnnualLoss",
    method: "every-set",
  } as const;

  test("in full says cost, from what to what, and whether every set was compared", () => {
    expect(frontierQuote({ ...set, names: ["Tests", "Drill"] })).toBe(
      "For €110k a year Tests and Drill bring the expected loss from €7.2m to €5.1m a year; no set within the budget does better.",
    );
    expect(
      frontierQuote({ ...set, names: ["A", "B", "C", "D", "E"], method: "search", measure: "expectedShortfall" }),
    ).toBe(
      "For €110k a year A, B, C and 2 more bring the mean of the worst years, 1 in 20, from €7.2m to €5.1m a year; no better set within the budget was found.",
    );
    expect(frontierQuote({ ...set, names: [] })).toBe(
      "Within €120k a year no control lowers the expected loss of €7.2m a year.",
    );
  });
});

describe("what brings a line back", () => {
  const line = { exceeds: 15_000_000, currency: "EUR" };
  test.each([
    [null, "Not even all of them together bring the line at €15m back."],
    [{ names: [], cost: 0, method: "every-set" as const }, "The line at €15m is kept already."],
    [
      { names: ["Tests"], cost: 40_000, method: "every-set" as const },
      "Tests brings the line at €15m back for €40k a year; nothing cheaper does.",
    ],
    [
      { names: ["Tests", "Drill"], cost: 40_000, method: "search" as const },
      "Tests and Drill bring the line at €15m back for €40k a year; nothing cheaper was found.",
    ],
  ])("%j", (found, words) => expect(restoringWords(found, line)).toBe(words));
});
