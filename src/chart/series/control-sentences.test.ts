import { describe, expect, test } from "vitest";
import { controlsHead, costChangeWords, returnWords, worthWords } from "./control-sentences.ts";

const together = { working: 4, cost: 305_000, uncosted: 0, saved: 9_400_000, currency: "EUR" };

describe("the head of the page", () => {
  test.each([
    [together, "Four controls work for €305k a year and save €9.4m a year on average."],
    [
      { ...together, uncosted: 1 },
      "Four controls work for €305k a year and more, 1 without a written cost, and save €9.4m a year on average.",
    ],
    [
      { ...together, working: 1, uncosted: 1 },
      "One control works at a cost nobody has written down and saves €9.4m a year on average.",
    ],
    [{ ...together, working: 0 }, "No control works yet."],
  ])("%#", (given, sentence) => expect(controlsHead(given)).toBe(sentence));
});

test("how often a control is worth its cost is never rounded to always or never", () => {
  expect(worthWords(0.999)).toBe("nearly every year");
  expect(worthWords(0.001)).toBe("hardly ever");
  expect(worthWords(0.62)).toMatch(/^62.%$/);
  expect(worthWords(null)).toBe("no cost given");
});

test("a return of 0 gives back once what it costs", () => {
  expect([returnWords(0), returnWords(2.2), returnWords(-0.4), returnWords(31)]).toEqual(["1×", "3.2×", "0.6×", "32×"]);
});

test("a change of cost is said with its direction", () => {
  expect(costChangeWords(65_000, "EUR")).toBe("for €65k more a year");
  expect(costChangeWords(-20_000, "EUR")).toBe("for €20k less a year");
  expect(costChangeWords(0, "EUR")).toBe("at the same cost");
});
