import { expect, test } from "vitest";
import { controlledGaps } from "../../engine/fairness/control/controlled-gap.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { controlledSentences } from "./controlled-sentences.ts";

/** UC Berkeley, autumn 1973, the six largest departments: admitted and rejected men, admitted and rejected women. */
const berkeley = {
  A: [512, 313, 89, 19],
  B: [353, 207, 17, 8],
  C: [120, 205, 202, 391],
  D: [138, 279, 131, 244],
  E: [53, 138, 94, 299],
  F: [22, 351, 24, 317],
} as const;

function controlledOf(counts: { readonly [dept: string]: readonly number[] }) {
  const cells = Object.values(counts).flatMap((four, dept) =>
    four.map((n, k) => ({ n, dept, sex: k < 2 ? 1 : 0, decision: k % 2 === 0 ? 1 : 0 })),
  );
  const column = (pick: (cell: (typeof cells)[number]) => number) => Int32Array.from(cells, pick);
  const cube: DecisionCube = {
    dimensions: [
      { name: "sex", role: "attribute", values: ["Female", "Male"] },
      { name: "dept", role: "control", values: Object.keys(counts) },
      { name: "decision", role: "decision", values: ["0", "1"] },
    ],
    codes: [column(({ sex }) => sex), column(({ dept }) => dept), column(({ decision }) => decision)],
    n: Float64Array.from(cells, ({ n }) => n),
    sums: {},
    scores: { kind: "none" },
    positiveLabel: "1",
  };
  const reference = { sex: "Male" };
  const rule = { kind: "decision", favourable: "1" } as const;
  return controlledGaps(cube, { attributes: ["sex"], controls: ["dept"], reference, rule, rate: "selectionRate" }).map(
    ({ group, crude, within, pattern, strata }) => ({
      group,
      reference,
      crude,
      within: within.riskDifference,
      pattern,
      strata: [...strata],
    }),
  );
}

test("Berkeley 1973: fewer women in all, more among those who chose the same department", () => {
  expect(controlledSentences(controlledOf(berkeley))).toEqual([
    "In all, of 100 women 14.2 fewer were selected than of 100 men; among those with the same dept 1.8 more: the gap changes " +
      "its sign (Simpson's paradox). By dept, in points: A +20.3, B +5.0, C −2.9, D +1.8, E −3.8, F +1.1.",
  ]);
});

test("a gap that vanishes is told, one that holds is not", () => {
  const vanishes = { A: [80, 20, 8, 2], B: [1, 9, 10, 90] };
  expect(controlledSentences(controlledOf(vanishes))[0]).toContain(
    "all but nothing is left. By dept, in points: A +0.0",
  );
  expect(controlledSentences(controlledOf({ A: [50, 50, 20, 80], B: [60, 40, 30, 70] }))).toEqual([]);
});
