import type { ProbabilityEstimate } from "../contract/estimate.ts";
import type { Control, Risk } from "../contract/record.ts";
import { resolveEstimate } from "../contract/resolved/resolve-estimate.ts";
import { resolveScenario, type ScenarioContext } from "../contract/resolved/resolve-scenario.ts";
import type { ControlInUse, RiskToScore } from "../engine/scoring/risk-score.ts";

/** What a risk of the file refers to. */
export interface RiskContext extends ScenarioContext {
  /** By id. */
  readonly controls: ReadonlyMap<
    string,
    Pick<Control, "status" | "due" | "effectiveness" | "coverage" | "reliability" | "mechanism">
  >;
}

/** A risk as written. An assessment that is newer than the file stands in for its ratings. */
export type RatedRisk = Pick<Risk, "id" | "system" | "category" | "inherent" | "residual" | "controls" | "scenario">;

/**
 * What the engine needs of one risk to place it: controls with their status, levels and currencies resolved.
 *
 * What a risk says of a control's effectiveness, coverage and reliability holds in place of what the control says. A
 * control that is not among `controls`, or whose effectiveness nobody gave, is left out: it cannot be known to work.
 */
export function scoringInput(risk: RatedRisk, context: RiskContext): RiskToScore {
  const share = (estimate: ProbabilityEstimate) => resolveEstimate(estimate, { ...context, levels: [] });
  const shareIfGiven = (estimate: ProbabilityEstimate | undefined) =>
    estimate === undefined ? estimate : share(estimate);
  const controls = (risk.controls ?? []).flatMap(({ control, acts, ...use }): ControlInUse[] => {
    const record = context.controls.get(control);
    const effectiveness = use.effectiveness ?? record?.effectiveness;
    if (record === undefined || effectiveness === undefined) return [];
    return [
      {
        control,
        status: record.status,
        acts,
        effectiveness: share(effectiveness),
        coverage: shareIfGiven(use.coverage ?? record.coverage),
        reliability: shareIfGiven(use.reliability ?? record.reliability),
        mechanism: record.mechanism,
        due: record.due,
      },
    ];
  });
  return {
    id: risk.id,
    system: risk.system,
    category: risk.category,
    inherent: risk.inherent,
    judged: risk.residual && { likelihood: risk.residual.likelihood, impact: risk.residual.impact },
    controls,
    scenario: risk.scenario && resolveScenario(risk.scenario, context),
  };
}
