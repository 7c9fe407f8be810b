import type { Quantification } from "../../contract/detail.ts";
import { returnPeriodYears } from "../../contract/return-periods.ts";
import { mostScenariosToDecide } from "../../portfolio/loss-decisions.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { nameOf } from "./risk-standing.ts";

/** Where the residual loss of a scope comes from, and how large it is in rare years. */
type LossOrigin = Pick<Quantification, "contributions" | "returnPeriods">;

const level = 0.95;

export async function lossOrigin(
  figures: RegisterFigures,
  { scope, quantified }: Pick<Quantification, "scope" | "quantified">,
  losses: AnnualLosses,
): Promise<LossOrigin> {
  if (quantified === 0 || quantified > mostScenariosToDecide) return { contributions: null, returnPeriods: null };
  const [returnPeriods, { valueAtRisk, expectedShortfall, scenarios, systems }] = await Promise.all([
    losses.residual(figures, scope, { of: "returnPeriods", years: returnPeriodYears }),
    losses.residual(figures, scope, { of: "contributions", level }),
  ]);
  return {
    returnPeriods: [...returnPeriods],
    contributions: {
      level,
      valueAtRisk,
      expectedShortfall,
      risks: scenarios.map((risk) => ({ ...risk, name: nameOf(figures.state.risks.get(risk.id)!.record) })),
      systems: systems.map((system) => ({ ...system, name: figures.systemName(system.id) })),
    },
  };
}
