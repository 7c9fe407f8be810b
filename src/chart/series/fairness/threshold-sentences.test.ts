import { expect, test } from "vitest";
import { changeWords, selectionFinding, sweepFinding, thresholdSentence } from "./threshold-sentences.ts";

const rate = (estimate: number) => ({ estimate, low: 0, high: 1, level: 0.95, n: 100, method: "wilson" });
const at = (sex: string, threshold: number, estimate: number) => ({ group: { sex }, threshold, rate: rate(estimate) });

test("the sentence of one threshold, and of one for each group", () => {
  const common = [at("f", 0.62, 0.31), at("m", 0.62, 0.52)];
  expect(thresholdSentence(common, "common")).toBe(
    "With one threshold of 0.62, of 100 women 31 are selected, of 100 men 52.",
  );
  expect(thresholdSentence([at("f", 0.55, 0.4), at("m", 0.62, 0.52)], "per-group")).toBe(
    "With a threshold of 0.55 for women and 0.62 for men, of 100 women 40 are selected, of 100 men 52.",
  );
  expect(
    thresholdSentence([at("f", Number.POSITIVE_INFINITY, 0), at("m", Number.POSITIVE_INFINITY, 0)], "common"),
  ).toBe("With a threshold that nobody reaches, of 100 women 0 are selected, of 100 men 0.");
});

test("of many groups the ends; a gap that whole people would hide has its decimal", () => {
  const many = ["a", "b", "c", "d"].map((sex, k) => at(sex, 0.5, 0.2 + k / 10));
  expect(thresholdSentence(many, "per-group")).toBe(
    "With a threshold for each group, of 100 with sex a 20 are selected, of 100 with sex d 50.",
  );
  expect(selectionFinding([at("f", 0.5, 0.312), at("m", 0.5, 0.308)])).toBe(
    "Of 100 women 31.2 are selected, of 100 men 30.8",
  );
  expect(selectionFinding([{ ...at("f", 0.5, 0), rate: { estimate: null, reason: "empty" } }])).toBe(
    "Nothing can be said of any group",
  );
});

test("what it changes, in people and points", () => {
  expect(changeWords({ selected: 526, accuracy: 0.9 }, { selected: 620.4, accuracy: 0.888 })).toBe(
    "94 more people selected than in the audit, 1.2 points less accuracy",
  );
  expect(changeWords({ selected: 526, accuracy: 0.9 }, { selected: 525, accuracy: 0.9 })).toBe(
    "1 fewer person selected than in the audit, accuracy unchanged",
  );
  expect(changeWords({ selected: 5, accuracy: null }, { selected: 5, accuracy: null })).toBe(
    "as many selected as in the audit",
  );
});

test("where the ratio would stay above its limit, as many stretches as there are", () => {
  const grid = [0, 0.25, 0.5, 0.75, 1];
  const of = (ratios: (number | null)[], bound: number | null = 0.8) =>
    sweepFinding({ grid, ratios, bound, whose: "the threshold" });
  const line = "the lowest selection rate would be above 0.8 of the highest";
  expect(of([1, 0.9, 0.8, 0.2, null])).toBe(`Up to 0.25 ${line}`);
  expect(of([0.1, 0.9, 0.9, 0.2, 0.9])).toBe(`From 0.25 to 0.5 and at 1 ${line}`);
  expect(of([0.1, 0.2, null, 0.2, 0.3])).toBe(`At no threshold ${line}`);
  expect(of([1, 1, 0.9, 0.9, 0.9])).toBe(`At every threshold ${line}`);
  expect(of([1, 1, 1, 1, 1], null)).toBe("How gaps and cost move with the threshold");
});
