import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { annualMoments } from "./annual-moments.ts";
import { curveCdf, curveQuantile, lossCurve } from "./loss-curve.ts";
import { scenarioYear, solveScenarioYear } from "./scenario-year.ts";
import { solveYearsSum } from "./solve-years-sum.ts";

const options = { cells: 4096, mostCells: 2 ** 17, bracket: "none" } as const;

test("a year taken directly and the same year solved first and laid on the grid give the same sum", () => {
  const form = { mu: 8, sigma: 1 };
  const scenario = scenarioDistributions({
    id: "a",
    system: "s",
    frequency: 1.5,
    loss: { primary: form },
    controls: [],
  });
  const { mean, variance } = annualMoments(scenario);
  const solved = { ...solveScenarioYear(scenarioYear(scenario), options), mean };
  const direct = { rate: 1.5, loss: lognormal(form) };
  const moments = { mean: 2 * mean, variance: 2 * variance, none: Math.exp(-3) };
  const [together, apart] = [
    solveYearsSum({ direct: [direct, direct], solved: [], ...moments }, options),
    solveYearsSum({ direct: [direct], solved: [solved], ...moments }, options),
  ].map(({ fine, reading }) => lossCurve(fine, { none: moments.none, reading }));
  for (const p of [0.5, 0.9, 0.99]) {
    expect(Math.abs(curveQuantile(apart!, p) / curveQuantile(together!, p) - 1)).toBeLessThan(1e-4);
  }
});

test("years of certain losses add up step by step: a convolution by hand", () => {
  // Rates 1 and 3 with losses (1, 2) and (1, 2, 3): VaR at 95 % is 16 (methods of Tasche).
  const { fine, reading } = solveYearsSum(
    {
      direct: [
        { rate: 1, loss: atoms([1, 2]) },
        { rate: 3, loss: atoms([1, 1, 2, 2, 2, 3, 3, 3, 3, 3]) },
      ],
      solved: [],
      mean: 1.5 + 6.9,
      variance: 2.5 + 3 * 5.9,
      none: Math.exp(-4),
    },
    options,
  );
  expect([reading, fine.step]).toEqual(["steps", 1]);
  const curve = lossCurve(fine, { none: Math.exp(-4), reading });
  expect(curveQuantile(curve, 0.95)).toBe(16);
  expect(curveCdf(curve, 1)).toBeCloseTo(Math.exp(-4) * (1 + 0.5 + 0.6), 10);
});
