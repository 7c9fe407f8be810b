import { expect, test } from "vitest";
import { mantelHaenszel } from "./mantel-haenszel.ts";

test("known strata", () => {
  const answer = mantelHaenszel([
    [20, 80, 10, 90],
    [30, 20, 40, 60],
  ]);
  expect(answer.chiSquare).toBeCloseTo(9.222238, 6);
  expect(answer.correctedChiSquare).toBeCloseTo(8.448699, 6);
  expect(answer.oddsRatio).toBeCloseTo(2.25, 12);
  expect(answer.riskDifference).toBeCloseTo(0.14, 12);
  expect(answer.riskRatio).toBeCloseTo(1.636364, 6);
});

test("Berkeley 1973: men against women within departments", () => {
  const answer = mantelHaenszel([
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ]);
  expect(answer.oddsRatio).toBeCloseTo(0.9047, 4);
});

test("strata with one group tell nothing", () => {
  const told = [[20, 80, 10, 90] as const, [30, 20, 40, 60] as const];
  expect(mantelHaenszel([...told, [5, 5, 0, 0], [0, 0, 9, 1]])).toEqual(mantelHaenszel(told));
  expect(mantelHaenszel([[5, 5, 0, 0]])).toEqual({
    chiSquare: null,
    correctedChiSquare: null,
    pValue: null,
    oddsRatio: null,
    riskRatio: null,
    riskDifference: null,
    homogeneityPValue: null,
  });
});
