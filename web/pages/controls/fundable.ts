import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import type { FrontierProblem } from "../../../src/engine/quantification/control/control-frontier.ts";

export type Choice = Pick<FrontierProblem, "candidates" | "alwaysOn"> & {
  /** Controls that might be funded but for a cost nobody wrote down. */
  readonly uncosted: readonly string[];
};

/**
 * What may be chosen from: the controls that do not work yet, on top of those that do; or every control with a cost, on
 * top of those that work and have none written down. A retired one is not offered.
 */
export function fundable({ controls, working }: ScenarioModel, from: "what-works" | "nothing"): Choice {
  const isOn = new Set(working);
  const offered = controls.filter(({ id, status }) => status !== "retired" && (from === "nothing" || !isOn.has(id)));
  const candidates = offered.flatMap(({ id, annualCost }) => (annualCost === null ? [] : [{ id, annualCost }]));
  const chosen = new Set(candidates.map(({ id }) => id));
  return {
    candidates,
    alwaysOn: new Set(working.filter((id) => !chosen.has(id))),
    uncosted: offered.filter(({ id, annualCost }) => annualCost === null && !isOn.has(id)).map(({ name }) => name),
  };
}
