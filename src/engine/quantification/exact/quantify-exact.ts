import type { AnnualLoss, AnnualLossWithInherent, QuantifiedScenarios } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { solvedAnnualLoss } from "./exact-annual-loss.ts";
import type { ExactOptions } from "./exact-options.ts";
import { preparedYears } from "./independent-years.ts";
import { type PreparedScenario, prepareScenario } from "./prepared-scenario.ts";

/**
 * The exact annual loss of a portfolio of scenarios, of each system and of each risk: residual with the controls given,
 * inherent without them. A common cause counts in each by the scenarios that are in it.
 *
 * Risks come in the order given, systems in the order of first appearance. A scenario without controls has its residual
 * figures as inherent ones. Throws an EstimateError for an invalid estimate, and where scenarios give one cause different
 * strikes.
 *
 * @example
 * quantifyExact([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }]).systems[0]?.id // => "s"
 */
export function quantifyExact(scenarios: readonly Scenario[], options: ExactOptions = {}): QuantifiedScenarios {
  const prepare = (scenario: Scenario) => prepareScenario(scenario, options);
  const states = scenarios.map((scenario) => {
    const residual = prepare(scenario);
    const inherent = scenario.controls.length > 0 ? prepare({ ...scenario, controls: [] }) : residual;
    return { scenario, residual, inherent };
  });
  const quantify = (members: readonly (typeof states)[number][]): AnnualLossWithInherent => {
    const loss = (prepared: readonly PreparedScenario[]): AnnualLoss =>
      solvedAnnualLoss(preparedYears(prepared, options), options);
    const residual = loss(members.map((member) => member.residual));
    const controlled = members.some((member) => member.residual !== member.inherent);
    return { ...residual, inherent: controlled ? loss(members.map((member) => member.inherent)) : residual };
  };
  const bySystem = new Map<string, typeof states>();
  for (const state of states) {
    const members = bySystem.get(state.scenario.system);
    if (members) members.push(state);
    else bySystem.set(state.scenario.system, [state]);
  }
  return {
    portfolio: quantify(states),
    systems: [...bySystem].map(([id, members]) => ({ id, ...quantify(members) })),
    risks: states.map((state) => ({ id: state.scenario.id, ...quantify([state]) })),
  };
}
