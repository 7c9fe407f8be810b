import type { QuantificationReport } from "../contract/decision-figures.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { exactContributions } from "../engine/quantification/contribution/exact-contributions.ts";
import { controlBenefits } from "../engine/quantification/control/control-benefits.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { tornado } from "../engine/quantification/sensitivity/tornado.ts";
import { controlledScenarios, usedControls } from "./controlled-scenarios.ts";
import { quantificationInput } from "./quantification-input.ts";
import { resolvePortfolio } from "./resolve.ts";

/** Where the loss comes from and what can be done about it. */
export type LossDecisions = Pick<QuantificationReport, "contributions" | "sensitivity" | "controls">;

const level = 0.95;
/** Half a minute's work; of more it would be minutes. */
export const mostScenariosToDecide = 500;

/** Where nothing of it can be said. */
export const noDecisions: LossDecisions = { contributions: null, sensitivity: null, controls: null };

/**
 * Contributions of risks and systems, the tornado of their inputs, and what each control is worth; exact but for the
 * spread of a control's benefit from year to year, which is simulated. Risks are independent but for common causes.
 *
 * Null where there is too much of it; without a scenario, empty.
 */
export function lossDecisions(portfolio: Portfolio, { seed }: { readonly seed: number }): LossDecisions {
  const { risks } = resolvePortfolio(portfolio);
  const residual = quantificationInput(risks, "residual");
  if (residual.length > mostScenariosToDecide) return noDecisions;
  return {
    contributions: contributionsOf(residual),
    sensitivity: sensitivityOf(residual),
    controls: controlsOf(portfolio, controlledScenarios(risks), seed),
  };
}

function contributionsOf(scenarios: readonly Scenario[]): LossDecisions["contributions"] {
  const { valueAtRisk, expectedShortfall, scenarios: risks, systems } = exactContributions(scenarios, { level });
  return {
    level,
    valueAtRisk,
    expectedShortfall,
    risks: risks.map(({ id, expectedAnnualLoss, expectedShortfall }) => ({
      id,
      expectedAnnualLoss,
      expectedShortfall,
    })),
    systems: systems.map((system) => ({ ...system })),
  };
}

function sensitivityOf(scenarios: readonly Scenario[]): LossDecisions["sensitivity"] {
  const { inputs } = tornado(scenarios);
  return {
    inputs: inputs.map(({ scenario, input, uncertainty, low, high }) => ({
      risk: scenario,
      input,
      uncertainty,
      low: endOf(low),
      high: endOf(high),
    })),
  };
}

type Ends = NonNullable<LossDecisions["sensitivity"]>["inputs"][number];

function endOf({ value, expectedAnnualLoss, expectedShortfall }: Ends["low"]): Ends["low"] {
  return { value, expectedAnnualLoss, expectedShortfall };
}

function controlsOf(portfolio: Portfolio, scenarios: readonly Scenario[], seed: number): LossDecisions["controls"] {
  const years = 50_000;
  const records = usedControls(portfolio, scenarios);
  return controlBenefits(scenarios, records, { seed, years }).map((benefit) => ({
    id: benefit.id,
    status: benefit.status,
    compared: benefit.compared,
    annualCost: benefit.annualCost,
    risks: scenarios.flatMap(({ id, controls }) =>
      controls.some(({ control }) => control === benefit.id) ? [id] : [],
    ),
    expectedReduction: benefit.expectedAnnualLossReduction,
    shortfallReduction: benefit.expectedShortfallReduction,
    benefit: spreadOf(benefit.yearlyBenefit),
    probabilityWorth: benefit.probabilityWorthItsCost,
    years,
    seed,
    returnOnControl: benefit.returnOnControl,
    shortfallReductionPerCost: benefit.shortfallReductionPerCost,
  }));
}

type Benefit = NonNullable<LossDecisions["controls"]>[number]["benefit"];

function spreadOf({ mean, standardDeviation, quantiles }: Readonly<Benefit>): Benefit {
  return { mean, standardDeviation, quantiles };
}
