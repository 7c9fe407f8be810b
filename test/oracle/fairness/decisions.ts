import {
  addDecision,
  type CubeDefinition,
  cubeOfDraft,
  draftCube,
} from "../../../src/engine/fairness/cube/cube-draft.ts";
import type { DecisionCube } from "../../../src/engine/fairness/cube/decision-cube.ts";
import columns from "./decisions.json" with { type: "json" };

/** The made-up decisions that the peers were asked about. */
export function decisionsCube({
  weights = "none",
  scores = "given",
  controls = [],
  rows = () => true,
}: Partial<Pick<CubeDefinition, "weights" | "scores" | "controls">> & {
  rows?: (row: number) => boolean;
} = {}): DecisionCube {
  const draft = draftCube({
    attributes: ["sex", "race"],
    controls,
    task: { kind: "classification", positiveLabel: "1" },
    scores,
    weights,
  });
  for (const [k, label] of columns.label.entries()) {
    if (!rows(k)) continue;
    addDecision(draft, {
      values: { sex: columns.sex[k]!, race: columns.race[k]!, dept: columns.dept[k]! },
      label: String(label),
      decision: String(columns.decision[k]!),
      score: columns.score[k]!,
      weight: columns.weight[k]!,
    });
  }
  return cubeOfDraft(draft);
}
