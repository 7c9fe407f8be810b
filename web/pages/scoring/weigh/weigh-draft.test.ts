import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { weighScenarios } from "../../../../src/contract/structured/weigh-scenarios.ts";
import { weighFile } from "../../../../src/contract/weigh-file.ts";
import { weighFindings } from "../../../../src/portfolio/structured/read-weigh-file.ts";
import { readAnchors } from "./read-anchors.ts";
import { readScenarioRating } from "./read-scenario-rating.ts";
import { readWeighSheet } from "./read-weigh-sheet.ts";
import { pointsOf, readWeights } from "./read-weights.ts";
import {
  sheetOfScenarios,
  withNewDimension,
  withNewScenario,
  withoutDimension,
  withRating,
  withScenario,
} from "./weigh-draft.ts";

const example = weighFile.parse(
  parse(readFileSync(new URL("../../../../examples/moderation-weights/weigh.yaml", import.meta.url), "utf8")),
);
const { levels: _, gate: __, dimensions: ___, scenarios: ____, ...base } = example;
const sheet = sheetOfScenarios(example);
const typed = {
  version: "2026-11",
  on: "2026-11-21",
  by: "mara",
  reason: "",
  aggregate: "geometric",
  weights: { 0: "40", 1: "20", 2: "20", 3: "10", 4: "10" },
} as const;

test("a file that is opened and saved without a change is the same file", () => {
  expect(readWeighSheet(sheet, base)).toMatchObject({ document: example, missing: null });
  const rich = weighFile.parse({
    ...example,
    description: "Why",
    wobble: { concentration: 80 },
    score: "sum",
    dimensions: example.dimensions.map((one) => ({
      ...one,
      anchors: [
        [2, 0],
        [5, 0.25],
        [10, 1],
      ],
    })),
    scenarios: [
      { ...example.scenarios[0]!, description: "In words", ratings: { safety: 4 } },
      ...example.scenarios.slice(1),
    ],
  });
  const { levels, gate, dimensions, scenarios, ...others } = rich;
  expect(readWeighSheet(sheetOfScenarios(rich), others).document).toEqual(rich);
});

test.each([
  ["3x4", { likelihood: 3, impact: 4 }],
  ["3 × 4", { likelihood: 3, impact: 4 }],
  [" 3 4 ", { likelihood: 3, impact: 4 }],
  ["34", { likelihood: 3, impact: 4 }],
  ["4", 4],
] as const)("a rating typed as %j is read", (text, value) => {
  expect(readScenarioRating(text, example.levels)).toEqual({ kind: "rating", value });
});

test.each([
  ["6x1", "likelihood 6 is not from 1 to 5"],
  ["1x0", "impact 0 is not from 1 to 5"],
  ["10", "impact 0 is not from 1 to 5"],
  ["9", "level 9 is not from 1 to 5"],
  ["often", "is no rating"],
  ["345", "level 345 is not from 1 to 5"],
])("a rating typed as %j is a mistake that says why", (text, what) => {
  expect(readScenarioRating(text, example.levels)).toMatchObject({
    kind: "mistake",
    what: expect.stringContaining(what),
  });
});

test("with ten levels 10 is a level, not one and nothing", () => {
  expect(readScenarioRating("10", { likelihood: 10, impact: 10 })).toEqual({ kind: "rating", value: 10 });
});

test.each([
  [
    "1: 0, 10: 0.5, 25: 1",
    {
      kind: "anchors",
      value: [
        [1, 0],
        [10, 0.5],
        [25, 1],
      ],
    },
  ],
  ["", { kind: "empty" }],
  ["5: 0, 1: 1", { kind: "mistake", what: "1: 1 does not rise above the anchor before it; write the least first" }],
  ["1: 0, 25: 0.9", { kind: "mistake", what: "anchors go from 0 to 0.9; give the least the value 0 and the most 1" }],
  ["much", { kind: "mistake", what: expect.stringContaining("“much” is no anchor") }],
] as const)("anchors typed as %j", (text, read) => {
  expect(readAnchors(text)).toEqual(read);
});

test.each([
  [{ 0: "40", 1: "20", 2: "20", 3: "10", 4: "10" }, null],
  [{ 0: "0.4", 1: "0.2", 2: "0.2", 3: "0.1", 4: "0.1" }, null],
  [{ 0: "40", 1: "20", 2: "20", 3: "10", 4: "0" }, "weights sum to 90; make them sum to 100"],
  [{ 0: "60", 1: "20", 2: "20", 3: "0" }, "Trust of users has no weight; 0 leaves one out of the score"],
  [{ 0: "-1", 1: "20", 2: "20", 3: "10", 4: "10" }, "“-1” is no weight; write 0 or more"],
])("weights %j: %s", (weights, mistake) => {
  expect(readWeights({ weights }, sheet.dimensions).mistake).toBe(mistake);
});

test("points sum to 100 exactly, however the shares fall", () => {
  for (const shares of [[1, 1, 1], [0.29, 0.25, 0.2, 0.14, 0.12], Array(7).fill(1 / 7)])
    for (const decimals of [0, 1, 4]) {
      const points = pointsOf(shares, decimals).map(Number);
      expect(points.reduce((sum, point) => sum + point, 0)).toBeCloseTo(100, 9);
      for (const [at, point] of points.entries()) {
        const exact = (100 * shares[at]!) / shares.reduce((sum, share) => sum + share, 0);
        expect(Math.abs(point - exact)).toBeLessThan(10 ** -decimals);
      }
    }
});

test("a dimension that is added weighs nothing under what was kept, and moves none of its scores", () => {
  const more = {
    ...withNewDimension(sheet, "Privacy"),
    version: { ...typed, weights: { ...typed.weights, 4: "5", 5: "5" } },
  };
  const { document } = readWeighSheet(more, base);
  expect(weighFindings(document!)).toEqual([]);
  expect(document!.dimensions.at(-1)).toEqual({ id: "privacy", name: "Privacy" });
  for (const version of ["2026-06", "2026-10"]) {
    const [before, after] = [example, document!].map((file) => weighScenarios(file, { seed: 1, version }).scenarios);
    const figures = (lines: typeof before) =>
      lines!.map(({ id, score, low, high, ranks }) => ({ id, score, low, high, ranks }));
    expect(figures(after)).toEqual(figures(before));
  }
  expect(readWeighSheet({ ...withoutDimension(more, 5), version: null }, base).document).toEqual(example);
});

test("what is typed and cannot be read is said at its place, keeps its text and is left out of the figures", () => {
  const wrong = withScenario(sheet, withRating(sheet.scenarios[0]!, 0, "9x9"));
  const read = readWeighSheet({ ...wrong, gate: "2", version: { ...typed, version: "2026-10" } }, base);
  expect([...read.mistakes.keys()]).toEqual(["0.0", "gate", "version"]);
  expect(read.document).toBeNull();
  expect(read.computable!.scenarios[0]!.ratings).not.toHaveProperty("safety");
  expect(weighFindings(read.computable!)).toEqual([]);
});

test("names become ids that nothing else has, and what was kept keeps its own", () => {
  const first = withNewScenario(sheet);
  const two = withNewScenario(withScenario(first, { ...first.scenarios.at(-1)!, name: "Spam wave" }));
  const named = withScenario(two, { ...two.scenarios.at(-1)!, name: "Spam wave" });
  expect(
    readWeighSheet(named, base)
      .document!.scenarios.slice(-2)
      .map(({ id }) => id),
  ).toEqual(["spam-wave-2", "spam-wave-3"]);
  expect(readWeighSheet(first, base).missing).toBe("1 scenario without a name");
});

test("an empty study says what comes first", () => {
  const none = { ...sheet, dimensions: [], scenarios: [], version: null };
  const read = readWeighSheet(none, { ...base, weightings: [] });
  expect(read).toMatchObject({ document: null, computable: null });
  expect(read.missing).toContain("there is no dimension");
});
