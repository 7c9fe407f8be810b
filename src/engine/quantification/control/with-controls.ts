import type { Scenario } from "../scenario.ts";

/** A control of the portfolio: what it costs a year, null where nobody said, and whether it works. */
export interface ControlRecord {
  readonly id: string;
  readonly annualCost: number | null;
  readonly status: "planned" | "working" | "failing" | "retired";
}

/**
 * The scenarios with the effects of those controls that are on, and of no others. A scenario that keeps all its effects
 * stays the same object.
 *
 * @example
 * const controls = [{ control: "review", acts: "loss", effectiveness: 0.5 }];
 * withControls([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls }], new Set())[0].controls // => []
 */
export function withControls(scenarios: readonly Scenario[], on: ReadonlySet<string>): Scenario[] {
  return scenarios.map((scenario) => {
    const controls = scenario.controls.filter(({ control }) => on.has(control));
    return controls.length === scenario.controls.length ? scenario : { ...scenario, controls };
  });
}
