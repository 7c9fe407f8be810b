import fc from "fast-check";
import {
  addDecision,
  type CubeDefinition,
  cubeOfDraft,
  type Decision,
  draftCube,
} from "../../../src/engine/fairness/cube/cube-draft.ts";
import type { MetricSource } from "../../../src/engine/fairness/disparity/metric-source.ts";
import { type CountMetricName, countMetricMeasured } from "../../../src/engine/fairness/rate/count-metric.ts";
import { OUTCOMES, type OutcomeTable } from "../../../src/engine/fairness/rate/outcome-table.ts";

/** Two attributes, a control feature, months, labels 0 and 1, scores. */
export const classes: CubeDefinition = {
  attributes: ["sex", "race"],
  controls: ["dept"],
  time: "month",
  task: { kind: "classification", positiveLabel: "1" },
  scores: "given",
  weights: "none",
};
/** The kinds of cube that there are. */
export const definitions: readonly CubeDefinition[] = [
  classes,
  { ...classes, weights: "given" },
  { ...classes, scores: "none" },
  { ...classes, task: { kind: "regression" }, weights: "given" },
];

const name = fc.constantFrom("a", "b", "c", null, "");
/** Up to 25 rows with few values, many of them missing. */
export function rowsFor({ task, weights }: CubeDefinition) {
  const row: fc.Arbitrary<Decision> = fc.record({
    values: fc.record({ sex: name, race: name, dept: name, month: fc.constantFrom("2026-01", "2026-02") }),
    label: task.kind === "regression" ? fc.double({ min: -3, max: 3, noNaN: true }) : fc.constantFrom("0", "1", null),
    decision: fc.constantFrom("0", "1", null),
    score: fc.option(fc.constantFrom(0, 0.1, 0.25, 0.2504, 1 / 3, 0.9, 1), { nil: null }),
    weight: weights === "given" ? fc.double({ min: 0, max: 9, noNaN: true }) : fc.constant(1),
  });
  return fc.array(row, { maxLength: 25 });
}

/** The cube of rows. */
export function cubeOf(definition: CubeDefinition, rows: readonly Decision[]) {
  const draft = draftCube(definition);
  for (const row of rows) addDecision(draft, row);
  return cubeOfDraft(draft);
}

/** A table of outcomes without weights: of each group TP, FN, FP, TN. */
export function tableOf(groups: {
  readonly [group: string]: readonly [tp: number, fn: number, fp: number, tn: number];
}): OutcomeTable {
  const names = Object.keys(groups);
  const n = new Float64Array((names.length + 1) * OUTCOMES);
  for (const [g, counts] of Object.values(groups).entries()) {
    for (const [k, outcome] of [0, 1, 3, 4].entries()) {
      n[g * OUTCOMES + outcome] = counts[k]!;
      n[names.length * OUTCOMES + outcome]! += counts[k]!;
    }
  }
  return { attributes: ["g"], groups: names.map((g) => ({ g })), n, weight: n, weightSquares: n, weights: "none" };
}

/** A source of selection rates alone: of each group the selected among so many. */
export function selectionSource(groups: readonly (readonly [selected: number, n: number])[]): MetricSource {
  const table = tableOf(Object.fromEntries(groups.map(([x, n], g) => [String.fromCharCode(97 + g), [0, 0, x, n - x]])));
  return {
    attributes: table.attributes,
    groups: table.groups,
    table,
    histograms: () => ({ attributes: [], groups: [], histograms: [] }),
    measure: (name, critical) =>
      Array.from({ length: groups.length + 1 }, (_, g) =>
        countMetricMeasured(table, g, name as CountMetricName, critical),
      ),
  };
}
