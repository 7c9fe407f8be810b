import type { AuditMapping } from "../../contract/audit-mapping.ts";
import { addDecision, cubeOfDraft, draftCube } from "../../engine/fairness/cube/cube-draft.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";

/** The cube of decisions that a file tells by their number: each line of plain CSV stands for as many rows as it says. */
export function countedDecisions(csv: string, mapping: AuditMapping): DecisionCube {
  const { protected: attributes = [], control: controls = [], label, decision, score } = mapping;
  const [header, ...lines] = csv.trimEnd().split("\n");
  const columns = header!.split(",");
  const draft = draftCube({
    attributes,
    controls,
    task: { kind: "classification", positiveLabel: "1" },
    scores: score === undefined ? "none" : "given",
    weights: "none",
  });
  for (const line of lines) {
    const values = Object.fromEntries(line.split(",").map((value, k) => [columns[k]!, value]));
    const row = {
      values,
      ...(label !== undefined && { label: values[label]! }),
      ...(decision !== undefined && { decision: values[decision]! }),
      ...(score !== undefined && { score: Number(values[score]) }),
    };
    for (let rows = Number(values.rows); rows > 0; rows--) addDecision(draft, row);
  }
  return cubeOfDraft(draft);
}
