import type { LimitScope } from "../../contract/record.ts";
import type { ScenarioModel } from "../../contract/scenario-model.ts";
import { exactMethod } from "../../engine/quantification/exact/exact-method.ts";
import { inScope } from "../../engine/scoring/in-scope.ts";
import { controlledScenarios } from "../../portfolio/controlled-scenarios.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { nameOf } from "./risk-standing.ts";

/** The scenarios of a scope with all that is needed to quantify them elsewhere, under any choice of controls. */
export function scenarioModel(figures: RegisterFigures, scope: LimitScope, time: FigureTime): ScenarioModel {
  const inputs = [...figures.inputs.values()].filter((risk) => inScope(scope, risk));
  const scenarios = controlledScenarios(inputs);
  const controls = controlsOf(
    figures,
    new Set(scenarios.flatMap((each) => each.controls.map(({ control }) => control))),
  );
  const causes = new Set(scenarios.flatMap(({ commonCauses = [] }) => commonCauses.map(({ cause }) => cause)));
  return {
    ...figureStamp(exactMethod, figures, time),
    currency: figures.currency,
    scenarios: scenarios.map((scenario) => {
      const { record } = figures.state.risks.get(scenario.id)!;
      return {
        id: record.id,
        name: nameOf(record),
        system: record.system,
        systemName: figures.systemName(record.system),
        category: record.category,
        owner: record.owner,
        ownerName: figures.personName(record.owner),
        scenario: scenario as ScenarioModel["scenarios"][number]["scenario"],
      };
    }),
    controls,
    working: controls.filter(({ status }) => status === "working").map(({ id }) => id),
    causes: [...causes].sort().map((id) => ({ id, name: figures.state.dependencies.get(id)?.record.name ?? id })),
    limits: figures.lossLimits.filter((limit) => isWithin(limit.scope, scope, figures)),
  };
}

/** Controls by id, with what they cost. */
function controlsOf({ state, personName }: RegisterFigures, ids: ReadonlySet<string>): ScenarioModel["controls"] {
  return [...ids].sort().flatMap((id) => {
    const record = state.controls.get(id)?.record;
    if (record === undefined) return [];
    const { name = id, status, due = null, annualCost = null, oneTimeCost = null, owner = null } = record;
    return [{ id, name, status, due, annualCost, oneTimeCost, owner, ownerName: owner && personName(owner) }];
  });
}

/** Whether all that an inner scope holds is in an outer one. */
function isWithin(inner: LimitScope, outer: LimitScope, { inputs }: RegisterFigures): boolean {
  if (outer === "portfolio") return true;
  if (inner === "portfolio") return false;
  if ("risk" in inner) {
    const risk = inputs.get(inner.risk);
    return risk !== undefined && inScope(outer, risk);
  }
  if ("risk" in outer) return false;
  if ("system" in outer && !("system" in inner && inner.system === outer.system)) return false;
  return outer.category === undefined || inner.category === outer.category;
}
