import type { DecisionCube } from "../cube/decision-cube.ts";
import { type Group, groupAttributes } from "../group/group.ts";
import { type ReferenceChoice, referenceGroup } from "../group/reference-group.ts";
import { type DecisionRule, OUTCOMES, outcomeTable } from "../rate/outcome-table.ts";
import { rateCounts } from "../rate/rate.ts";
import { aequitasAnswer } from "./aequitas-answer.ts";
import { aif360Answer } from "./aif360-answer.ts";
import { fairlearnAnswers } from "./fairlearn-answer.ts";
import type { PeerAnswer, PeerTool } from "./peer-answer.ts";

export interface PeerSettings {
  readonly attributes: readonly string[];
  readonly controls?: readonly string[];
  readonly deepest?: number;
  readonly rule: DecisionRule;
  readonly positiveLabel?: string | null;
  readonly comparison?: "between-groups" | "to-overall" | "to-reference";
  readonly reference?: ReferenceChoice;
}

/**
 * A cube's figures by a tool's own conventions and names, so that a user can switch and check.
 *
 * fairlearn: every choice of attributes, at each level of the control features. aif360: every choice, the privileged value
 * of each attribute being that of the reference group. aequitas: one answer, its attributes one at a time, compared with
 * the largest group or the named one.
 *
 * @throws RangeError when the tool has no such comparison
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 74, 26), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * peerAnswers(cube, "fairlearn", { attributes: ["sex"], rule: { kind: "decision", favourable: "1" } })[0].overall.selection_rate // => 0.17
 */
export function peerAnswers(cube: DecisionCube, tool: PeerTool, settings: PeerSettings): PeerAnswer[] {
  const { attributes, controls = [], deepest, comparison = "between-groups", reference, ...rest } = settings;
  if (tool === "fairlearn") {
    if (comparison === "to-reference")
      throw new RangeError("comparison not known to fairlearn: to-reference; take between-groups or to-overall");
    return groupAttributes(attributes, deepest).flatMap((chosen) =>
      fairlearnAnswers(cube, { ...rest, attributes: chosen, controls, comparison }),
    );
  }
  if (controls.length > 0)
    throw new RangeError(`control features not known to ${tool}: ${controls.join(", ")}; leave them out`);
  if (tool === "aequitas") {
    if (reference?.kind === "best-rate")
      throw new RangeError("reference not known to aequitas: best-rate; take the largest group, or name one");
    const named = reference?.kind === "named" ? privilegedOf(cube, settings) : null;
    return [
      aequitasAnswer(cube, {
        ...rest,
        attributes,
        reference: named ? { kind: "predefined", groups: named } : { kind: "major" },
      }),
    ];
  }
  const privileged = privilegedOf(cube, settings);
  return groupAttributes(attributes, deepest).map((chosen) =>
    aif360Answer(cube, { ...rest, attributes: chosen, privileged }),
  );
}

/** The value of each attribute that its reference group has; of an attribute that is not named, the largest group's. */
function privilegedOf(cube: DecisionCube, { attributes, rule, positiveLabel, reference }: PeerSettings): Group {
  const choice = reference ?? { kind: "largest" };
  return Object.fromEntries(
    attributes.flatMap((attribute): [string, string][] => {
      const table = outcomeTable(cube, [attribute], rule, positiveLabel ?? cube.positiveLabel);
      const about = {
        rows: table.groups.map((_, g) => {
          return table.n.subarray(g * OUTCOMES, (g + 1) * OUTCOMES).reduce((sum, n) => sum + n, 0);
        }),
        rates: table.groups.map((_, g) => rateCounts(table, g, "selectionRate").rate),
      };
      const g = referenceGroup(table.groups, choice, about) ?? referenceGroup(table.groups, { kind: "largest" }, about);
      return g === null ? [] : [[attribute, table.groups[g]![attribute]!]];
    }),
  );
}
