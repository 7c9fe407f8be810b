import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matches } from "./matches.ts";

describe("matches", () => {
  it.each([
    ["churn", "churn", true],
    ["churn", "churn-1", false],
    ["churn-*", "churn-", true],
    ["*-prod", "churn-prod", true],
    ["*", "", true],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["a*b*c", "a-b-b-c", true],
    ["a*b*c", "a-c-b", false],
    ["**x**", "yxz", true],
    ["a.c", "abc", false],
    ["*ab*ab", "ab", false],
  ])("%s and %s: %s", (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it("is what the regular expression says that has any text for each star", () => {
    const letter = fc.constantFrom("a", "b", "*");
    const word = (unit: typeof letter) => fc.array(unit, { maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(word(letter), word(fc.constantFrom("a", "b")), (pattern, text) => {
        expect(matches(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(text));
      }),
    );
  });

  it("takes no longer than the texts are long, where a regular expression would not end", () => {
    expect(matches(`${"*a".repeat(250)}`, `${"a".repeat(499)}b`)).toBe(false);
  });
});
