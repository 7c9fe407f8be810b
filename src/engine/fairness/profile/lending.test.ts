import { expect, test } from "vitest";
import { cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import type { CubeDefinition } from "../cube/cube-draft.ts";
import { lending } from "./lending.ts";

const definition: CubeDefinition = {
  attributes: ["race"],
  controls: ["product"],
  task: { kind: "classification", positiveLabel: "1" },
  scores: "given",
  weights: "none",
};
const rule = { kind: "decision", favourable: "1" } as const;

type Applicants = readonly [race: string | null, approved: number, denied: number, product?: string];

function applicants(
  groups: readonly Applicants[],
  score: (race: string | null, k: number) => number | null = () => null,
) {
  return groups.flatMap(([race, approved, denied, product = "car"]) =>
    Array.from({ length: approved + denied }, (_, k) => ({
      values: { race, product },
      decision: k < approved ? "1" : "0",
      score: score(race, k),
    })),
  );
}

test("each group beside the control group, whichever rate is higher", () => {
  const cube = cubeOf(
    definition,
    applicants([
      ["a", 48, 32],
      ["b", 30, 60],
      ["c", 7, 3],
      [null, 5, 5],
    ]),
  );
  const { reference, rows } = lending(cube, {
    attributes: ["race"],
    rule,
    reference: { kind: "named", group: { race: "a" } },
  });
  expect(reference).toEqual({ race: "a" });
  expect(rows.map(({ group, role }) => [group.race, role])).toEqual([
    ["(missing)", "unknown-group"],
    ["a", "reference"],
    ["b", "compared"],
    ["c", "compared"],
  ]);
  const [, , b, c] = rows;
  expect(b!.comparison!.z).toBeCloseTo(-3.482717, 6);
  expect(b!.comparison!.low).toBeCloseTo(0.394399, 6);
  expect(b!.comparison).toMatchObject({ statistics: "significant" });
  expect(b!.difference!.estimate).toBeCloseTo(-0.266667, 6);
  expect([b!.difference!.low, b!.difference!.high].map((end) => end.toFixed(6))).toEqual(["-0.400688", "-0.116684"]);
  expect(b!.denialOddsRatio).toBeCloseTo((60 / 30) * (48 / 32), 12);
  expect(b!.effectSize).toBeCloseTo(2 * Math.asin(Math.sqrt(1 / 3)) - 2 * Math.asin(Math.sqrt(0.6)), 12);
  expect([b!.band, c!.band]).toEqual(["below-0.8", "from-0.9"]);
  expect(c!.comparison!.impactRatio).toBeCloseTo(0.7 / 0.6, 12);
  expect(rows[0]!.comparison).toBeNull();
});

test("standardized mean difference of scores: the deviation is that of both groups together", () => {
  const scores: { readonly [race: string]: readonly number[] } = { a: [0.5, 0.7, 0.9, 0.7], b: [0.4, 0.6] };
  const cube = cubeOf(
    definition,
    applicants(
      [
        ["a", 2, 2],
        ["b", 1, 1],
      ],
      (race, k) => scores[race!]![k]!,
    ),
  );
  const { rows } = lending(cube, { attributes: ["race"], rule });
  const all = [...scores.a!, ...scores.b!];
  const mean = all.reduce((sum, s) => sum + s) / 6;
  const deviation = Math.sqrt(all.reduce((sum, s) => sum + (s - mean) ** 2, 0) / 6);
  expect(rows[1]!.scores!.standardizedMeanDifference).toBeCloseTo(-0.2 / deviation, 9);
  const error = Math.sqrt(0.02 / 3 + 0.01 / 1) / deviation;
  expect(rows[1]!.scores!.high! - rows[1]!.scores!.low!).toBeCloseTo(2 * 1.959964 * error, 4);
  expect(rows[0]!.scores).toMatchObject({ meanScore: expect.closeTo(0.7, 9), standardizedMeanDifference: null });
});

test("with a control feature held fixed the gap may turn round", () => {
  const cube = cubeOf(
    definition,
    applicants([
      ["a", 80, 20, "car"],
      ["a", 2, 8, "house"],
      ["b", 9, 1, "car"],
      ["b", 25, 75, "house"],
    ]),
  );
  const { rows } = lending(cube, { attributes: ["race"], rule, controls: ["product"] });
  expect(rows[1]!.difference!.estimate).toBeLessThan(-0.3);
  expect(rows[1]!.controlled).toMatchObject({ pattern: "reverses" });
  expect(lending(cube, { attributes: ["race"], rule }).rows[1]!.controlled).toBeNull();
});

test("nobody approved, nobody applying, no scores", () => {
  const cube = cubeOf(
    { ...definition, scores: "none" },
    applicants([
      ["a", 0, 8],
      ["b", 2, 3],
    ]),
  );
  const { rows } = lending(cube, { attributes: ["race"], rule });
  expect(rows[1]).toMatchObject({ comparison: null, band: null, scores: null, denialOddsRatio: null });
  expect(lending(cubeOf(definition, []), { attributes: ["race"], rule })).toMatchObject({ reference: null, rows: [] });
});
