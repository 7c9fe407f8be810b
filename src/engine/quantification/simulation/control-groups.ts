import { type StreamKey, streamKey } from "../../stats/stream-key.ts";
import type { Estimate } from "../estimate/estimate.ts";
import type { ControlEffect, Scenario } from "../scenario.ts";
import type { EstimateDraw } from "./estimate-draw.ts";

/** What one control takes away: the product of the draws. */
interface ControlDraw {
  /** Of its draws beside the scenario's own events, then beside those of each common cause. */
  readonly keys: readonly StreamKey[];
  /** Effectiveness, coverage, reliability; null where it is 1. */
  readonly factors: readonly (EstimateDraw | null)[];
}

/** Controls of one mechanism, of which the strongest counts; a control without a mechanism is alone. */
export type ControlGroup = readonly ControlDraw[];

/** Reads an estimate that stands in a field of the scenario. */
export type ReadDraw = (field: string, kind: "quantity" | "probability", estimate: Estimate) => EstimateDraw;

/**
 * The controls of a scenario that act on one node, grouped by mechanism.
 *
 * Draws are keyed by the control's id and groups ordered by their name, never by the place in the list: two sets of
 * controls are compared on the same draws, and a set that holds another one never leaves more, not even by rounding.
 *
 * @param sources - whose events they act on: the scenario's own key name, then those of its common causes
 * @throws RangeError when a control acts on the node twice
 *
 * @example
 * const controls = [{ control: "c", acts: "loss", effectiveness: 0.5 }];
 * const read = (field, kind, estimate) => drawEstimate(estimate, { field, kind });
 * const scenario = { id: "r", system: "s", frequency: 2, loss: { primary: 1000 }, controls };
 * controlGroups(scenario, "loss", { seed: 1, sources: ["r"], read })[0][0].factors[0].certain // => 0.5
 */
export function controlGroups(
  { id, controls }: Scenario,
  acts: ControlEffect["acts"],
  { seed, sources, read }: { readonly seed: number; readonly sources: readonly string[]; readonly read: ReadDraw },
): ControlGroup[] {
  const seen = new Set<string>();
  const groups = new Map<string, ControlDraw[]>();
  for (const [position, effect] of controls.entries()) {
    if (effect.acts !== acts) continue;
    const { control, mechanism, effectiveness, coverage, reliability } = effect;
    if (seen.has(control)) {
      throw new RangeError(`${id}: control ${control} acts on ${acts} twice; give it once, or two ids`);
    }
    seen.add(control);
    const factor = (name: string, estimate: Estimate | undefined): EstimateDraw | null =>
      estimate === undefined ? null : read(`controls[${position}].${name}`, "probability", estimate);
    const draw = {
      keys: sources.map((source) => streamKey(seed, `${source}\u0000control\u0000${control}`)),
      factors: [
        factor("effectiveness", effectiveness),
        factor("coverage", coverage),
        factor("reliability", reliability),
      ],
    };
    const name = mechanism === undefined ? `control ${control}` : `mechanism ${mechanism}`;
    const group = groups.get(name);
    if (group) group.push(draw);
    else groups.set(name, [draw]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
