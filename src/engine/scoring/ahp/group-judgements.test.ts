import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { geometricMeanWeights } from "./geometric-mean-weights.ts";
import { groupJudgements } from "./group-judgements.ts";
import { groupPriorities } from "./group-priorities.ts";

const items = ["a", "b", "c"];
const matrix = (ab: number, ac: number, bc: number) =>
  comparisonMatrix(items, [
    { left: "a", right: "b", ratio: ab },
    { left: "a", right: "c", ratio: ac },
    { left: "b", right: "c", ratio: bc },
  ]);
const rounded = (weights: readonly number[]) => weights.map((weight) => Number(weight.toFixed(6)));

test("the published pair of judges: both aggregations", () => {
  const judges = [matrix(3, 5, 2), matrix(2, 7, 3)];
  const weights = judges.map(geometricMeanWeights);
  expect(rounded(geometricMeanWeights(groupJudgements(judges)))).toEqual([0.633549, 0.259863, 0.106588]);
  expect(rounded(groupPriorities(weights, "geometric"))).toEqual([0.633549, 0.259863, 0.106588]);
  expect(rounded(groupPriorities(weights, "arithmetic"))).toEqual([0.631791, 0.260935, 0.107274]);
});

test("aggregating judgements or priorities is the same with geometric means, whatever each person counts", () => {
  const ratio = fc.constantFrom(1 / 9, 1 / 5, 1 / 2, 1, 2, 4, 9);
  const judge = fc.record({ ab: ratio, ac: ratio, bc: ratio, share: fc.double({ min: 0.1, max: 10, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(judge, { minLength: 1, maxLength: 6 }), (judges) => {
      const matrices = judges.map(({ ab, ac, bc }) => matrix(ab, ac, bc));
      const shares = judges.map(({ share }) => share);
      const together = groupJudgements(matrices, shares);
      const one = geometricMeanWeights(together);
      const other = groupPriorities(matrices.map(geometricMeanWeights), "geometric", shares);
      for (const [i, weight] of one.entries()) expect(weight).toBeCloseTo(other[i]!, 12);
      for (const [i, row] of together.ratios.entries())
        for (const [j, entry] of row.entries()) expect(entry! * together.ratios[j]![i]!).toBeCloseTo(1, 12);
    }),
    { numRuns: 50 },
  );
});

test("who did not judge a pair does not count for it", () => {
  const partly = comparisonMatrix(items, [
    { left: "a", right: "b", ratio: 4 },
    { left: "b", right: "c", ratio: 2 },
  ]);
  expect(groupJudgements([partly, matrix(1, 6, 8)]).ratios[0]).toEqual([
    1,
    expect.closeTo(2, 12),
    expect.closeTo(6, 12),
  ]);
});

test.each([
  [[], undefined, /no judgements of a group/],
  [[matrix(1, 1, 1)], [0], /share of a person not positive: 0/],
  [[matrix(1, 1, 1), comparisonMatrix(["a"], [])], undefined, /items differ/],
] as const)("refuses what is no group", (matrices, shares, message) => {
  expect(() => groupJudgements(matrices, shares)).toThrow(message);
});
