import { expect, test } from "vitest";
import type { Limit } from "../contract/record.ts";
import { defaultScale } from "../engine/scoring/default-scale.ts";
import { annualLossLimits, scoreLines } from "./limit-lines.ts";

const limits: Limit[] = [
  { measure: "annualLoss", scope: "portfolio", exceeds: 1e6, appetite: 0.1, tolerance: 0.2 },
  { measure: "prohibited", scope: "portfolio", statement: "No social scoring." },
  { measure: "residualScore", scope: { system: "fraud" }, appetite: 8, tolerance: 15, id: "fraud" },
];

test("limits part by what they measure", () => {
  expect(scoreLines(limits, defaultScale)).toEqual([
    { id: "fraud", scope: { system: "fraud" }, appetite: 8, tolerance: 15 },
  ]);
  expect(annualLossLimits(limits)).toEqual([
    { id: "portfolio-annual-loss-over-1000000", scope: "portfolio", exceeds: 1e6, appetite: 0.1, tolerance: 0.2 },
  ]);
});

test("a file without a line for scores is held to the default one; for losses there is none", () => {
  expect(scoreLines(limits.slice(0, 2), defaultScale).map(({ id }) => id)).toEqual(["default-residual-score"]);
  expect(annualLossLimits([])).toEqual([]);
});
