import { expect, test } from "vitest";
import { binScores } from "../cube/bin-scores.ts";
import { addDecision, cubeOfDraft, draftCube } from "../cube/cube-draft.ts";
import { localLaw144 } from "./local-law144.ts";

const rule = { kind: "decision", favourable: "1" } as const;
const attributes = ["sex", "race"] as const;

interface Assessed {
  sex?: string;
  race?: string;
  decision?: string;
  score?: number;
  times?: number;
}

function cubeOf(rows: readonly Assessed[], weight?: number) {
  const draft = draftCube({
    attributes: [...attributes],
    task: { kind: "classification", positiveLabel: "1" },
    scores: "given",
    weights: weight === undefined ? "none" : "given",
  });
  for (const { sex, race, decision, score, times = 1 } of rows) {
    for (let k = 0; k < times; k++)
      addDecision(draft, {
        values: { sex, race },
        decision: decision ?? null,
        score: score ?? null,
        weight: weight ?? 1,
      });
  }
  return cubeOfDraft(draft);
}

/** 6 RCNY § 5-301(b), example: [applicants, selected, impact ratio as printed]. */
const example: readonly (readonly [string, string, number, number, string])[] = [
  ["Male", "Hispanic or Latino", 205, 90, "0.841"],
  ["Female", "Hispanic or Latino", 190, 82, "0.827"],
  ["Male", "White", 412, 215, "1.000"],
  ["Male", "Black or African American", 226, 95, "0.806"],
  ["Male", "Native Hawaiian or Pacific Islander", 87, 37, "0.815"],
  ["Male", "Asian", 321, 167, "0.997"],
  ["Male", "Native American or Alaska Native", 24, 11, "0.878"],
  ["Male", "Two or More Races", 115, 52, "0.866"],
  ["Female", "White", 385, 197, "0.981"],
  ["Female", "Black or African American", 164, 75, "0.876"],
  ["Female", "Native Hawaiian or Pacific Islander", 32, 15, "0.898"],
  ["Female", "Asian", 295, 135, "0.877"],
  ["Female", "Native American or Alaska Native", 17, 7, "0.789"],
  ["Female", "Two or More Races", 98, 44, "0.860"],
];
const published = cubeOf([
  ...example.flatMap(([sex, race, n, x]) => [
    { sex, race, decision: "1", times: x },
    { sex, race, decision: "0", times: n - x },
  ]),
  { decision: "1", times: 100 },
  { sex: "Male", decision: "0", times: 150 },
]);

test("the rule's own example: intersectional impact ratios as printed, unknown categories counted", () => {
  const audit = localLaw144(published, { attributes, basis: { kind: "selection-rate", rule } });
  const [sexes, races, both] = audit.tables;
  for (const [sex, race, assessed, selected, ratio] of example) {
    const row = both!.rows.find(({ category }) => category.sex === sex && category.race === race)!;
    expect(row).toMatchObject({ assessed, selected, excluded: null });
    expect(row.impactRatio!.toFixed(3)).toBe(ratio);
  }
  expect([audit.assessed, sexes!.unknown, races!.unknown, both!.unknown]).toEqual([2821, 100, 250, 250]);
});

test("a category below 2 % leaves the ratios only with a justification, and stays in the table", () => {
  const basis = { kind: "selection-rate", rule } as const;
  const justification = "too few for a rate that means anything";
  const audit = localLaw144(published, { attributes, basis, excludeSmall: { justification } });
  const small = audit.tables[2]!.rows.filter(({ excluded }) => excluded !== null);
  expect(small.map(({ assessed }) => assessed).sort((a, b) => a - b)).toEqual([17, 24, 32]);
  for (const row of small) expect([row.impactRatio, row.rate! > 0]).toEqual([null, true]);
  expect(audit.exclusion).toEqual({ below: 0.02, justification });
  expect(() => localLaw144(published, { attributes, basis, excludeSmall: { justification: "" } })).toThrow(
    "exclusion below 2 % without a justification",
  );
});

test("scoring rate: strictly above the median of all, unknown categories among them", () => {
  const scores = [0.1, 0.2, 0.2, 0.3, 0.4];
  const cube = cubeOf(scores.map((score, k) => ({ sex: k < 3 ? "F" : "M", ...(k > 0 && { race: "x" }), score })));
  const audit = localLaw144(cube, { attributes, basis: { kind: "scoring-rate" } });
  expect(audit.medianScore).toBe(0.2);
  expect(audit.tables[0]!.rows.map(({ selected, assessed }) => [selected, assessed])).toEqual([
    [0, 3],
    [2, 2],
  ]);
  expect(audit.tables[1]!.unknown).toBe(1);
});

test("the median of an even number is the mean of the middle two; equal scores leave no ratio", () => {
  const even = cubeOf([0.1, 0.2, 0.4, 0.9].map((score) => ({ sex: "F", race: "x", score })));
  expect(localLaw144(even, { attributes, basis: { kind: "scoring-rate" } }).medianScore).toBeCloseTo(0.3, 12);
  const equal = cubeOf(["F", "M", "M"].map((sex) => ({ sex, race: "x", score: 0.5 })));
  const rows = localLaw144(equal, { attributes, basis: { kind: "scoring-rate" } }).tables[0]!.rows;
  expect(rows.map(({ rate, impactRatio }) => [rate, impactRatio])).toEqual([
    [0, null],
    [0, null],
  ]);
});

test("a median needs the scores themselves", () => {
  const cube = binScores(cubeOf([{ sex: "F", race: "x", score: 0.5 }]));
  expect(() => localLaw144(cube, { attributes, basis: { kind: "scoring-rate" } })).toThrow("median of scores needs");
});

test("with weights of one size the same rates, and sums of weights for people", () => {
  const rows = [
    ...[0.1, 0.2, 0.3, 0.4].map((score) => ({ sex: "Male", race: "White", score, decision: score > 0.2 ? "1" : "0" })),
    ...[0.3, 0.5].map((score) => ({ sex: "Female", race: "White", score, decision: "0" })),
  ];
  for (const basis of [{ kind: "scoring-rate" }, { kind: "selection-rate", rule }] as const) {
    const plain = localLaw144(cubeOf(rows), { attributes, basis });
    const weighted = localLaw144(cubeOf(rows, 2.5), { attributes, basis });
    expect(weighted.medianScore).toBe(plain.medianScore);
    expect(weighted.assessed).toBe(15);
    for (const [k, row] of weighted.tables[0]!.rows.entries())
      expect(row).toMatchObject({
        rate: plain.tables[0]!.rows[k]!.rate,
        impactRatio: plain.tables[0]!.rows[k]!.impactRatio,
      });
  }
});
