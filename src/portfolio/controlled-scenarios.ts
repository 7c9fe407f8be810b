import type { Portfolio } from "../contract/portfolio.ts";
import type { ControlRecord } from "../engine/quantification/control/with-controls.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import type { RiskToScore } from "../engine/scoring/risk-score.ts";
import { quantificationInput } from "./quantification-input.ts";

/** The scenarios with the effects of every control, whatever its status: what a choice of controls is made from. */
export function controlledScenarios(risks: readonly RiskToScore[]): Scenario[] {
  const working = risks.map((risk) => ({
    ...risk,
    controls: risk.controls.map((control) => ({ ...control, status: "working" as const })),
  }));
  return quantificationInput(working, "residual");
}

/** The controls that act on a scenario, with their cost and status, in the order of the file. */
export function usedControls(portfolio: Portfolio, scenarios: readonly Scenario[]): ControlRecord[] {
  const used = new Set(scenarios.flatMap(({ controls }) => controls.map(({ control }) => control)));
  return (portfolio.controls ?? []).flatMap(({ id, status, annualCost }) =>
    used.has(id) ? [{ id, status, annualCost: annualCost ?? null }] : [],
  );
}
