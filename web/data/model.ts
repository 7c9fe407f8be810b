import { queryOptions } from "@tanstack/react-query";
import type { ScenarioModel } from "../../src/contract/scenario-model.ts";
import { withControls } from "../../src/engine/quantification/control/with-controls.ts";
import type { Scenario } from "../../src/engine/quantification/scenario.ts";
import type { AsOf } from "./queries.ts";
import { read } from "./request.ts";

/** Everything that the loss engine needs of a scope, to run it beside the page. */
export function modelQuery(scope: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ["model", scope, asOf],
    queryFn: ({ signal }) => read<ScenarioModel>("/v1/scenarios", { scope, asOf }, signal),
  });
}

/** The scenarios with the controls of a set, and no others: with those that work they are the residual ones. */
export function scenariosWith(model: ScenarioModel, controls: ReadonlySet<string>): Scenario[] {
  return withControls(
    model.scenarios.map(({ scenario }) => scenario),
    controls,
  );
}
