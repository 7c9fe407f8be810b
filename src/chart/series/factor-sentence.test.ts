import { expect, test } from "vitest";
import type { FactorBranch } from "./factor-branch.ts";
import { factorSentence, levelSentence, weightWords } from "./factor-sentence.ts";

const leaf: FactorBranch = {
  key: "1",
  name: "Hallucination rate",
  detail: "3.1 %",
  kind: "measured",
  how: null,
  value: 0.62,
  low: 0.62,
  high: 0.62,
  weight: 0.5,
  within: "weighted",
  contribution: 0.31,
  shareOfTop: 0.62,
  steps: 0,
  parts: [],
};
const top: FactorBranch = {
  ...leaf,
  key: "0",
  name: "A false answer is believed",
  detail: "",
  kind: "group",
  how: "weighted",
  value: 0.5,
  within: null,
  contribution: null,
  parts: [leaf],
};
const axis = "likelihood";

test("a leaf says what it is on its scale and what it makes up of the top", () => {
  expect(factorSentence(leaf, { parent: top, axis })).toBe(
    "Hallucination rate, 3.1 %, is 62 of 100 on its scale and makes up 31 of the 50 of likelihood.",
  );
  expect(factorSentence({ ...leaf, low: 0.5, high: 0.7 }, { parent: { ...top, within: "worst" }, axis })).toBe(
    "Hallucination rate, 3.1 %, is 62 of 100 on its scale and makes up 31 of the 50 of “A false answer is believed”; " +
      "with what was measured at its ends, 50 to 70.",
  );
});

test("a group says how its parts make it up, and what does not count says so", () => {
  expect(factorSentence(top, { parent: null, axis })).toBe(
    "A false answer is believed is 50 of 100, the weighted mean of its parts.",
  );
  const idle = { ...leaf, within: "worst" as const, contribution: 0 };
  expect(factorSentence(idle, { parent: top, axis })).toMatch(/counts for nothing in likelihood, which is as bad as/);
  expect(weightWords(idle)).toBe("");
  expect(weightWords(leaf)).toBe("50\u00a0%");
});

test("what is not known is said, not guessed", () => {
  expect(factorSentence({ ...leaf, value: null }, { parent: top, axis })).toBe(
    "Hallucination rate has no reading yet.",
  );
  expect(factorSentence({ ...top, value: null }, { parent: null, axis })).toMatch(/something below it is missing/);
});

test("a level says which values it has", () => {
  expect(levelSentence("impact", { value: 0.496, level: 3, levels: 5 })).toBe(
    "Impact 3 of 5: 49.6 of 100, and level 3 goes from 40 to 60.",
  );
});
