import { expect, test } from "vitest";
import { factorPlaces, withFactor, withNewPart } from "./factor-tree.ts";
import { emptySheet, type FactorDraft, type FactorsSheet } from "./factors-draft.ts";
import { missingWords } from "./missing-words.ts";
import { readFactors } from "./read-factors.ts";

const wordsOf = (sheet: FactorsSheet) => missingWords(readFactors(sheet, {}).missing, factorPlaces(sheet));
const part = withNewPart(emptySheet, emptySheet.likelihood, 0);
const withPart = (change: Partial<FactorDraft>) => {
  const { factor } = factorPlaces(part.sheet).find(({ factor }) => factor.key === part.key)!;
  return withFactor(part.sheet, { ...factor, ...change });
};

test.each([
  [emptySheet, "“Likelihood” has no parts; add one, or read it from something else"],
  [withPart({ name: "" }), "a factor has no name"],
  [withPart({ name: "Rate" }), "“Rate” has no reading, and 1 other field to be filled in"],
  [withPart({ name: "Rate", how: "measured", value: "3" }), "“Rate” has no anchors; declare at least two"],
])("what is missing first is named", (sheet, words) => {
  expect(wordsOf(sheet)).toBe(words);
});

test("nothing is missing of a whole sheet", () => {
  const judged = { how: "judged", level: "3" } as const;
  const whole = (["likelihood", "impact"] as const).reduce<FactorsSheet>(
    (sheet, axis) => withFactor(sheet, { ...sheet[axis], ...judged }),
    emptySheet,
  );
  expect(wordsOf(whole)).toBeNull();
});
