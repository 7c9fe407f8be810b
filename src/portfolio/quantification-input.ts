import type { ControlEffect, Scenario } from "../engine/quantification/scenario.ts";
import type { ControlInUse, RiskToScore } from "../engine/scoring/risk-score.ts";

/**
 * The scenarios of the risks that have one, with the controls that count in a state.
 *
 * Residual counts the working controls, target the working and the planned ones, inherent none.
 */
export function quantificationInput(
  risks: readonly RiskToScore[],
  state: "inherent" | "residual" | "target",
): Scenario[] {
  const counting: readonly ControlInUse["status"][] =
    state === "inherent" ? [] : state === "residual" ? ["working"] : ["working", "planned"];
  return risks.flatMap(({ id, system, scenario, controls }) => {
    if (scenario === undefined) return [];
    const effects = controls.filter(({ status }) => counting.includes(status)).map(controlEffect);
    return [{ id, system, ...scenario, controls: effects }];
  });
}

/** What of a control is given, without what is not: the engine's input is compared and hashed as it stands. */
function controlEffect({
  control,
  acts,
  effectiveness,
  coverage,
  reliability,
  mechanism,
}: ControlInUse): ControlEffect {
  return {
    control,
    acts,
    effectiveness,
    ...(coverage !== undefined && { coverage }),
    ...(reliability !== undefined && { reliability }),
    ...(mechanism !== undefined && { mechanism }),
  };
}
