import { expect, test } from "vitest";
import { addDecision, cubeOfDraft, draftCube } from "../cube/cube-draft.ts";
import { controlledGaps } from "./controlled-gap.ts";

/** Berkeley, autumn 1973: department, admitted and rejected men, admitted and rejected women. */
const berkeley = [
  ["A", 512, 313, 89, 19],
  ["B", 353, 207, 17, 8],
  ["C", 120, 205, 202, 391],
  ["D", 138, 279, 131, 244],
  ["E", 53, 138, 94, 299],
  ["F", 22, 351, 24, 317],
] as const;

function cubeOf(rows: readonly (readonly [string, number, number, number, number])[]) {
  const draft = draftCube({
    attributes: ["sex"],
    controls: ["dept"],
    task: { kind: "classification", positiveLabel: "1" },
    scores: "none",
    weights: "none",
  });
  for (const [dept, ...counts] of rows) {
    for (const [k, n] of counts.entries()) {
      const row = { values: { sex: k < 2 ? "male" : "female", dept }, decision: k % 2 === 0 ? "1" : "0" };
      for (let i = 0; i < n; i++) addDecision(draft, row);
    }
  }
  return cubeOfDraft(draft);
}

const settings = {
  attributes: ["sex"],
  controls: ["dept"],
  reference: { sex: "male" },
  rate: "selectionRate",
  rule: { kind: "decision", favourable: "1" },
} as const;

test("Berkeley: 14 points fewer women admitted, and slightly more within departments", () => {
  const [women] = controlledGaps(cubeOf(berkeley), settings);
  expect(women!.crude).toBeCloseTo(557 / 1835 - 1198 / 2691, 12);
  expect(women!.within.oddsRatio).toBeCloseTo(1 / 0.9047, 3);
  expect(women!.within.riskDifference).toBeGreaterThan(0);
  expect(women!.pattern).toBe("reverses");
  expect(women!.strata.filter(({ difference }) => difference > 0).map(({ level }) => level.dept)).toEqual([
    "A",
    "B",
    "D",
    "F",
  ]);
});

test("a gap that strata do not explain holds, one that they explain vanishes", () => {
  const gap = (rows: Parameters<typeof cubeOf>[0]) => controlledGaps(cubeOf(rows), settings)[0]!;
  expect(
    gap([
      ["A", 50, 50, 30, 70],
      ["B", 50, 50, 30, 70],
    ]).pattern,
  ).toBe("holds");
  const explained = gap([
    ["A", 80, 20, 8, 2],
    ["B", 2, 8, 20, 80],
  ]);
  expect(explained.crude).toBeLessThan(-0.4);
  expect(explained.pattern).toBe("vanishes");
});

test("departments with one sex only tell nothing; a group that nowhere meets the reference is unknown", () => {
  const [women] = controlledGaps(
    cubeOf([
      ["A", 5, 5, 0, 0],
      ["B", 0, 0, 3, 3],
    ]),
    settings,
  );
  expect(women).toMatchObject({ pattern: "unknown", strata: [] });
  expect(() => controlledGaps(cubeOf(berkeley), { ...settings, reference: { sex: "x" } })).toThrow(
    'reference group does not occur: {"sex":"x"}',
  );
});
