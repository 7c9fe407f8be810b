import { expect, test } from "vitest";
import { yearTransform } from "../change/year-transform.ts";
import { lazyYear } from "../exact/lazy-year.ts";
import { scenarioYear } from "../exact/scenario-year.ts";
import { emptySpectrum, massesOf, spectrumOf } from "../exact/year-grid.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { leaveOneOut } from "./leave-one-out.ts";

const grid = { step: 1, cells: 64, first: 0 };
const years = [1, 2, 3, 4, 5, 6, 7].map((amount) =>
  lazyYear(
    scenarioYear(
      scenarioDistributions({
        id: `r${amount}`,
        system: "s",
        frequency: 0.3 / amount,
        loss: { primary: amount },
        controls: [],
      }),
    ),
    {},
  ),
);

test("each year joined with all others is the sum of all, also where a transform nearly vanishes", () => {
  const rest = spectrumOf(
    Float64Array.from({ length: 64 }, (_, j) => (j < 2 ? 0.5 : 0)),
    grid,
  );
  const answers = [...leaveOneOut(years, { transform: (year) => yearTransform(year, grid, "fine"), rest })];
  expect(answers.map(({ item }) => item)).toEqual(years);
  const sums = answers.map(({ item, others }) => {
    const joined = emptySpectrum(grid);
    const one = yearTransform(item, grid, "fine");
    others.re.forEach((x, k) => {
      joined.re[k] = x * one.re[k]! - others.im[k]! * one.im[k]!;
      joined.im[k] = x * one.im[k]! + others.im[k]! * one.re[k]!;
    });
    return massesOf(joined, grid).masses;
  });
  const none = 0.5 * Math.exp(-0.3 * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 + 1 / 6 + 1 / 7));
  for (const sum of sums) {
    expect(sum[0]).toBeCloseTo(none, 10);
    sum.forEach((mass, j) => void expect(Math.abs(mass - sums[0]![j]!)).toBeLessThan(1e-12));
  }
});
