import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { factorsFile } from "../../../../src/contract/factors-file.ts";
import { rateByFactors } from "../../../../src/contract/structured/rate-by-factors.ts";
import { factorBranch, factorFigures, readingWords } from "./factor-figures.ts";
import { factorPlaces, withFactor } from "./factor-tree.ts";
import { emptySheet, type FactorsSheet, sheetOfFactors } from "./factors-draft.ts";
import { readFactors } from "./read-factors.ts";

const example = factorsFile.parse(
  parse(readFileSync(new URL("../../../../examples/llm-factors/factors.yaml", import.meta.url), "utf8")),
);
const sheet = sheetOfFactors(example);
const figuresOf = (of: FactorsSheet) => factorFigures(of, readFactors(of, {}));
const keyOf = (id: string) => factorPlaces(sheet).find(({ factor }) => factor.id === id)!.factor.key;

test("a whole sheet has the figures of the command, factor by factor", () => {
  const figures = figuresOf(sheet);
  const report = rateByFactors(example);
  expect(figures.axis).toEqual({ likelihood: report.likelihood, impact: report.impact });
  for (const part of report.likelihood.factor.parts)
    expect(figures.byKey.get(keyOf(part.id))).toEqual({ ...part, place: "in-tree" });
});

test("while one leaf lacks its reading, the others have figures of their own, and no weight or contribution is made up", () => {
  const guardrail = factorPlaces(sheet).find(({ factor }) => factor.id === "guardrail")!.factor;
  const lacking = withFactor(sheet, { ...guardrail, count: "" });
  const figures = figuresOf(lacking);
  expect(figures.axis.likelihood).toBeNull();
  expect(figures.axis.impact!.level).toBe(3);
  expect(figures.byKey.get(keyOf("reliance"))).toMatchObject({ value: 0.5, place: "alone" });
  const branch = factorBranch(lacking.likelihood, figures, { closed: new Set(), levels: 5, level: null });
  expect(branch).toMatchObject({ value: null, detail: "weighted mean", steps: 5 });
  expect(branch.parts.map(({ value, weight, contribution }) => [value !== null, weight, contribution])).toEqual([
    [true, null, null],
    [true, null, null],
    [false, null, null],
    [true, null, null],
  ]);
  expect(branch.parts[2]!.detail).toBe("to be given");
});

test("shares of the top multiply down the tree and sum to it", () => {
  const branch = factorBranch(sheet.likelihood, figuresOf(sheet), { closed: new Set(), levels: 5, level: 3 });
  expect(branch.detail).toBe("level 3 of 5, weighted mean");
  expect(branch.parts.reduce((sum, { shareOfTop }) => sum + shareOfTop!, 0)).toBeCloseTo(1, 12);
  expect(factorBranch(sheet.likelihood, figuresOf(sheet), { closed: new Set([0]), levels: 5, level: 3 }).parts).toEqual(
    [],
  );
});

test("an empty sheet and weights too large to be summed have no figures", () => {
  expect(figuresOf(emptySheet).byKey.size).toBe(0);
  const parts = factorPlaces(sheet).slice(1, 3);
  const heavy = parts.reduce((made, { factor }) => withFactor(made, { ...factor, weight: "1e308" }), sheet);
  expect(figuresOf(heavy).axis.likelihood).toBeNull();
  expect(figuresOf(heavy).byKey.get(keyOf("reliance"))).toMatchObject({ value: 0.5, place: "alone" });
});

test("a factor that was just judged is not yet said to be measured", () => {
  const { factor } = factorPlaces(sheet).find((place) => place.factor.id === "guardrail")!;
  expect(readingWords(factor, { measured: null })).toBe("148/200");
  expect(readingWords(factor, { measured: { value: 0.74, low: 0.69, high: 0.79 } })).toBe("74\u00a0% (148 of 200)");
});
