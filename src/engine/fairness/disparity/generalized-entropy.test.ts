import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { generalizedEntropyOf, theilGeneralizedEntropy } from "./generalized-entropy.ts";

test("all decisions right: all benefit alike, whatever the index", () => {
  const { weight } = tableOf({ a: [3, 0, 0, 4], b: [1, 0, 0, 9] });
  for (const alpha of [0, 0.5, 1, 2]) {
    for (const unit of ["row", "group"] as const)
      expect(generalizedEntropyOf(weight, { alpha, unit })).toBeCloseTo(0, 12);
  }
});

test("mean logarithmic deviation counts each benefit's logarithm once: ln 1.5 ÷ 1 for one of three with twice as much", () => {
  // Benefits 1, 1, 2 with mean 4/3: −mean ln(b ÷ μ) = ln(4/3) − ln(2) ÷ 3. AIF360 divides this by μ.
  const { weight } = tableOf({ a: [1, 0, 1, 1] });
  expect(generalizedEntropyOf(weight, { alpha: 0, unit: "row" })).toBeCloseTo(Math.log(4 / 3) - Math.log(2) / 3, 12);
});

test("scaling all weights changes nothing; without decisions there is no index", () => {
  const table = tableOf({ a: [3, 1, 2, 4], b: [5, 0, 1, 1] });
  const scaled = table.weight.map((w) => 2.5 * w);
  const index = { alpha: 2, unit: "group" } as const;
  expect(generalizedEntropyOf(scaled, index)).toBeCloseTo(generalizedEntropyOf(table.weight, index), 12);
  expect(theilGeneralizedEntropy(tableOf({ a: [0, 0, 0, 0] }))).toBeNaN();
});
