import type { LimitScope } from "../../contract/record.ts";
import type { State } from "../../contract/score-report.ts";
import type { Scenario } from "../../engine/quantification/scenario.ts";
import { inScope } from "../../engine/scoring/in-scope.ts";
import { quantificationInput } from "../../portfolio/quantification-input.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** The scenarios within a scope, each with the controls that count in the state. */
export function scenariosOf(figures: RegisterFigures, scope: LimitScope, state: State): Scenario[] {
  return quantificationInput(
    [...figures.inputs.values()].filter((risk) => inScope(scope, risk)),
    state,
  );
}
