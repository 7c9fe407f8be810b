import { expect, test } from "vitest";
import { registerFinding, registerMeasure } from "./register-sentences.ts";

const over = (now: number) => ({ now, before: null, wentOver: 0, cameBack: 0 });

test.each([
  [{ risks: 0, rated: 0, overAppetite: over(0) }, "No risk is written down yet"],
  [{ risks: 3, rated: 0, overAppetite: over(0) }, "Three risks, none of them rated"],
  [{ risks: 43, rated: 39, overAppetite: over(0) }, "None of 39 rated risks rides over its line"],
  [{ risks: 43, rated: 39, overAppetite: over(1) }, "One of 39 rated risks rides over its line"],
  [{ risks: 20_000, rated: 18_204, overAppetite: over(412) }, "412 of 18,204 rated risks ride over their line"],
])("%o", (overview, sentence) => {
  expect(registerFinding(overview)).toBe(sentence);
});

test("says how much is left out", () => {
  expect(registerMeasure({ shown: 6, all: 43, order: "Residual score, descending" })).toBe(
    "6 of 43 risks match, by residual score, descending",
  );
  expect(registerMeasure({ shown: 1, all: 1, order: "Risk, ascending" })).toBe("1 risk, by risk, ascending");
});
