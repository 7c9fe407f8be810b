import { expect, test } from "vitest";
import { annualLossOfYears } from "./annual-loss-of-years.ts";
import { type PrecisionOptions, precisionRounds } from "./precision-rounds.ts";
import type { SimulatedScenarios, SimulationOptions } from "./simulation-options.ts";
import { SortedYears } from "./sorted-years.ts";

/** A portfolio whose value at risk and expected shortfall are 100, with this standard error. */
function answer(standardError: number): SimulatedScenarios {
  const loss = annualLossOfYears(Float64Array.of(100, 100), new SortedYears());
  const error = { ...loss.error, valueAtRisk: { ...loss.error.valueAtRisk, "0.95": { standardError } } };
  const portfolio = { ...loss, error, inherent: loss };
  return { portfolio, systems: [], risks: [] };
}

/** What is asked for while the standard errors fall, and the answer. */
function driven(options: PrecisionOptions, errors: readonly number[]) {
  const rounds = precisionRounds(options);
  const asked: SimulationOptions[] = [];
  let round = rounds.next();
  for (let i = 0; !round.done; i++) {
    asked.push(round.value);
    round = rounds.next(answer(errors[Math.min(i, errors.length - 1)]!));
  }
  return { asked, given: round.value };
}

test("rounds double until 1.96 standard errors are within the share", () => {
  const { asked, given } = driven({ relative: 0.01, seed: 5, figuresOf: "portfolio" }, [2, 1, 0.52, 0.5]);
  expect(asked.map(({ years }) => years)).toEqual([8192, 16_384, 32_768, 65_536]);
  expect(given.convergence.map(({ valueAtRisk95 }) => valueAtRisk95.halfWidth / 1.96)).toEqual(
    [2, 1, 0.52, 0.5].map((error) => expect.closeTo(error, 3)),
  );
  expect([given.precision, given.years]).toEqual(["reached", 65_536]);
});

test("the last round has the most years, whether or not they are a doubling", () => {
  const { asked, given } = driven({ relative: 0.01, seed: 5, mostYears: 20_000, figuresOf: "portfolio" }, [9]);
  expect(asked.map(({ years }) => years)).toEqual([8192, 16_384, 20_000]);
  expect(given.precision).toBe("not-reached");
});

test("more than the portfolio is asked for once, at the end", () => {
  const correlation = { kind: "pearson", between: [] } as const;
  const { asked } = driven({ relative: 0.01, seed: 5, exceeds: [7], correlation }, [1, 0.1]);
  expect(asked).toEqual([
    { years: 8192, seed: 5, correlation, figuresOf: "portfolio" },
    { years: 16_384, seed: 5, correlation, figuresOf: "portfolio" },
    { years: 16_384, seed: 5, correlation, exceeds: [7] },
  ]);
});
