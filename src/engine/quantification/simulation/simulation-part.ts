import type { Scenario } from "../scenario.ts";

/** Scenarios simulated in one go, all of one system: what a worker is given at a time. */
export interface SimulationPart {
  readonly system: string;
  readonly scenarios: readonly Scenario[];
  /** Whether these are all the scenarios of the system, or which stretch of them. */
  readonly extent: "whole" | "beginning" | "middle" | "end";
}

const MOST_SCENARIOS = 5;

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Cuts scenarios into parts, in the order in which losses are added up: systems by id, in them scenarios by id.
 *
 * The cut follows from the scenarios alone, never from the number of threads, so the sums have the same bits on
 * any number of them and in any order of the scenarios.
 *
 * @throws RangeError when two scenarios have the same id: they would share their random numbers
 *
 * @example
 * simulationParts([]) // => []
 */
export function simulationParts(scenarios: readonly Scenario[]): SimulationPart[] {
  const ordered = [...scenarios].sort((a, b) => byCodeUnits(a.system, b.system) || byCodeUnits(a.id, b.id));
  const ids = new Set<string>();
  const bySystem = new Map<string, Scenario[]>();
  for (const scenario of ordered) {
    if (ids.has(scenario.id)) throw new RangeError(`scenario ${scenario.id} given twice; give each its own id`);
    ids.add(scenario.id);
    const ofSystem = bySystem.get(scenario.system);
    if (ofSystem) ofSystem.push(scenario);
    else bySystem.set(scenario.system, [scenario]);
  }
  return [...bySystem].flatMap(([system, ofSystem]) => {
    const parts = Math.ceil(ofSystem.length / MOST_SCENARIOS);
    const from = (part: number) => Math.round((part * ofSystem.length) / parts);
    return Array.from({ length: parts }, (_, i) => ({
      system,
      scenarios: ofSystem.slice(from(i), from(i + 1)),
      extent: parts === 1 ? "whole" : i === 0 ? "beginning" : i === parts - 1 ? "end" : "middle",
    }));
  });
}

/** Whether any of the scenarios has a control, so that its residual loss is another than its inherent one. */
export function isAnyControlled(scenarios: readonly Scenario[]): boolean {
  return scenarios.some((scenario) => scenario.controls.length > 0);
}
