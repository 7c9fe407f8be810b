import type { Scenario } from "../../src/engine/quantification/scenario.ts";

/** A scenario of system s that loses 1 once a year, but for what is said of it. */
export function plainScenario(id: string, parts: Partial<Scenario> = {}): Scenario {
  return { id, system: "s", frequency: 1, loss: { primary: 1 }, controls: [], ...parts };
}
