import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { judgementEffects } from "./judgement-effect.ts";
import { priorities } from "./priorities.ts";

const items = ["a", "b", "c", "d"];
const given = [
  { left: "a", right: "b", ratio: 4 },
  { left: "a", right: "c", ratio: 3 },
  { left: "a", right: "d", ratio: 7 },
  { left: "b", right: "c", ratio: 1 / 3 },
  { left: "b", right: "d", ratio: 3 },
  { left: "c", right: "d", ratio: 5 },
];

test.each([
  ["complete", given],
  ["incomplete", given.slice(1)],
])("effects on %s judgements are what a small change does", (_, judgements) => {
  for (const { left, right, perPercent } of judgementEffects(comparisonMatrix(items, judgements))) {
    const weightsAt = (factor: number) =>
      priorities(
        items,
        judgements.map((one) =>
          one.left === left && one.right === right ? { ...one, ratio: one.ratio * factor } : one,
        ),
      ).weights;
    const [up, down] = [weightsAt(1.0001), weightsAt(0.9999)];
    for (const [i, change] of perPercent.entries())
      expect(change).toBeCloseTo((0.01 * (up[i]!.weight - down[i]!.weight)) / 0.0002, 8);
  }
});

test("the strongest comes first", () => {
  const strengths = judgementEffects(comparisonMatrix(items, given)).map(({ perPercent }) =>
    Math.max(...perPercent.map(Math.abs)),
  );
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  expect(strengths).toHaveLength(6);
});
