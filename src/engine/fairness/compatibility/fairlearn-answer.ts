import { type DecisionCube, dimensionOfCube, MISSING } from "../cube/decision-cube.ts";
import { type MetricName, type MetricSource, metricSource } from "../disparity/metric-source.ts";
import { type Group, groupingOf, isSameGroup } from "../group/group.ts";
import { type DecisionRule, OUTCOMES } from "../rate/outcome-table.ts";
import { type PeerAnswer, type PeerValues, peerValues } from "./peer-answer.ts";

export interface FairlearnSettings {
  readonly attributes: readonly string[];
  readonly controls?: readonly string[];
  readonly rule: DecisionRule;
  readonly positiveLabel?: string | null;
  /** Fairlearn's `method`. */
  readonly comparison?: "between-groups" | "to-overall";
}

type Values = { readonly [metric: string]: number };

const SCORE_METRICS: readonly (readonly [name: string, metric: MetricName])[] = [
  ["roc_auc_score", "auc"],
  ["brier_score_loss", "brier"],
  ["log_loss", "logLoss"],
  ["mean_prediction", "meanScore"],
];
const REGRESSION_METRICS: readonly (readonly [name: string, metric: MetricName])[] = [
  ["mean_prediction", "meanScore"],
  ["mean_absolute_error", "meanAbsoluteError"],
  ["mean_squared_error", "meanSquaredError"],
  ["r2_score", "rSquared"],
];

/**
 * What Fairlearn's MetricFrame and its scalar metrics say of a cube, one answer for each level of the control features.
 *
 * Rates without a denominator are 0, as scikit-learn's confusion matrix gives them; combinations of attributes that do not
 * occur are rows of NaN, which aggregates skip; rows with a missing attribute stay in `overall` and are in no group.
 * `{metric}_difference`, `_ratio`, `_group_min` and `_group_max` are MetricFrame's aggregates of each metric.
 *
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "label", role: "label", values: ["0"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 74, 26), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const [answer] = fairlearnAnswers(cube, { attributes: ["sex"], rule: { kind: "decision", favourable: "1" } });
 * [answer.aggregates.demographic_parity_difference, answer.overall.true_positive_rate] // => [0.18, 0]
 */
export function fairlearnAnswers(cube: DecisionCube, settings: FairlearnSettings): PeerAnswer[] {
  const { controls = [] } = settings;
  const levels = groupingOf(cube, controls);
  return levels.groups
    .map((control, level) => ({ control, level }))
    .filter(({ control }) => !Object.values(control).includes(MISSING))
    .map(({ control, level }) => {
      const cells = controls.length === 0 ? undefined : (cell: number) => levels.groupOfCell[cell] === level;
      return { ...answerOf(cube, settings, cells), control };
    });
}

function answerOf(
  cube: DecisionCube,
  settings: FairlearnSettings,
  cells: ((cell: number) => boolean) | undefined,
): PeerAnswer {
  const { attributes, comparison = "between-groups" } = settings;
  const source = metricSource(cube, attributes, settings, cells);
  const all = metricsAt(cube, source, source.groups.length);
  const groups = crossedGroups(cube, attributes).map((group) => {
    const g = source.groups.findIndex((other) => isSameGroup(other, group));
    const occurs = g >= 0 && rowsAt(source, g) > 0;
    return { group, values: occurs ? metricsAt(cube, source, g) : absent(all) };
  });
  const aggregates = Object.keys(all).flatMap((metric) => {
    const column = groups.map(({ values }) => values[metric]!);
    const { difference, ratio } = gapsOf(column, all[metric]!, comparison);
    return [
      [`${metric}_difference`, difference],
      [`${metric}_ratio`, ratio],
      [`${metric}_group_min`, least(column)],
      [`${metric}_group_max`, -least(column.map((value) => -value))],
    ] as [string, number][];
  });
  return {
    tool: "fairlearn",
    attributes,
    control: {},
    overall: peerValues(all),
    byGroup: groups.map(({ group, values }) => ({ group, metrics: peerValues(values) })),
    aggregates: { ...peerValues(Object.fromEntries(aggregates)), ...scalars(Object.fromEntries(aggregates)) },
    notes: notesOf(source),
  };
}

/** `demographic_parity_…`, `equal_opportunity_…`, `equalized_odds_…`, the last also as its mean (`agg="mean"`). */
function scalars(values: Values): PeerValues {
  if (!("selection_rate_difference" in values)) return {};
  const [tpr, fpr, tprRatio, fprRatio] = [
    "true_positive_rate_difference",
    "false_positive_rate_difference",
    "true_positive_rate_ratio",
    "false_positive_rate_ratio",
  ].map((name) => values[name]!);
  return peerValues({
    demographic_parity_difference: values.selection_rate_difference!,
    demographic_parity_ratio: values.selection_rate_ratio!,
    equal_opportunity_difference: tpr!,
    equal_opportunity_ratio: tprRatio!,
    equalized_odds_difference: fpr! > tpr! ? fpr! : tpr!,
    equalized_odds_ratio: fprRatio! < tprRatio! ? fprRatio! : tprRatio!,
    "equalized_odds_difference(agg=mean)": meanOf([tpr!, fpr!]),
    "equalized_odds_ratio(agg=mean)": meanOf([tprRatio!, fprRatio!]),
  });
}

function metricsAt(cube: DecisionCube, source: MetricSource, g: number): Values {
  const more = (names: typeof SCORE_METRICS) =>
    names.map(([name, metric]) => [name, source.measure(metric, 1)[g]!.estimate ?? Number.NaN]);
  const count = rowsAt(source, g);
  if (cube.positiveLabel === null) return Object.fromEntries([["count", count], ...more(REGRESSION_METRICS)]);
  const weight = source.table.weight.subarray(g * OUTCOMES, (g + 1) * OUTCOMES);
  const [tp, fn, fp, tn] = [weight[0]!, weight[1]!, weight[3]!, weight[4]!];
  const selected = tp + fp + weight[6]!;
  const share = (above: number, below: number) => (below > 0 ? above / below : 0);
  const [tpr, fpr] = [share(tp, tp + fn), share(fp, fp + tn)];
  // The mean over the classes that occur.
  const recalls = [...(tp + fn > 0 ? [tpr] : []), ...(fp + tn > 0 ? [1 - fpr] : [])];
  const labelled = tp + fn + fp + tn;
  return Object.fromEntries([
    ["count", count],
    ["selection_rate", selected / (selected + fn + tn + weight[7]!)],
    ["true_positive_rate", tpr],
    ["false_positive_rate", fpr],
    ["true_negative_rate", share(tn, fp + tn)],
    ["false_negative_rate", share(fn, tp + fn)],
    ["accuracy_score", (tp + tn) / labelled],
    ["zero_one_loss", (fp + fn) / labelled],
    ["balanced_accuracy_score", meanOf(recalls)],
    ["precision_score", share(tp, tp + fp)],
    ["recall_score", tpr],
    ["f1_score", share(2 * tp, 2 * tp + fp + fn)],
    ...(cube.scores.kind === "none" ? [] : more(SCORE_METRICS)),
  ]);
}

function absent(like: Values): Values {
  return Object.fromEntries(Object.keys(like).map((name) => [name, Number.NaN]));
}

/** Every combination of values that occur, each attribute's by themselves; missing ones are none. */
function crossedGroups(cube: DecisionCube, attributes: readonly string[]): Group[] {
  return attributes.reduce<Group[]>(
    (groups, name) => {
      const values = cube.dimensions[dimensionOfCube(cube, name)]!.values.filter((value) => value !== MISSING);
      return groups.flatMap((group) => values.map((value) => ({ ...group, [name]: String(value) })));
    },
    [{}],
  );
}

function rowsAt({ table }: MetricSource, g: number): number {
  return table.n.subarray(g * OUTCOMES, (g + 1) * OUTCOMES).reduce((sum, n) => sum + n, 0);
}

function gapsOf(column: readonly number[], overall: number, comparison: "between-groups" | "to-overall") {
  const most = -least(column.map((value) => -value));
  if (comparison === "between-groups") return { difference: most - least(column), ratio: least(column) / most };
  const ratios = column.map((value) => value / overall).map((ratio) => (ratio > 1 ? 1 / ratio : ratio));
  return { difference: -least(column.map((value) => -Math.abs(value - overall))), ratio: least(ratios) };
}

/** The smallest that is a number; NaN without one. */
function least(column: readonly number[]): number {
  return column.reduce((low, value) => (Number.isNaN(value) || value >= low ? low : value), Number.NaN);
}

function meanOf(values: readonly number[]): number {
  const told = values.filter((value) => !Number.isNaN(value));
  return told.reduce((sum, value) => sum + value, 0) / told.length;
}

function notesOf(source: MetricSource): string[] {
  const missing = source.groups.reduce(
    (sum, group, g) => sum + (Object.values(group).includes(MISSING) ? rowsAt(source, g) : 0),
    0,
  );
  const { n } = source.table;
  const at = source.groups.length * OUTCOMES;
  const unlabelled = n[at + 6]! + n[at + 7]! + n[at + 8]!;
  return [
    ...(missing > 0
      ? [`rows with a missing attribute, in overall and in no group: ${missing}; Fairlearn 0.15 refuses them`]
      : []),
    ...(unlabelled > 0
      ? [`rows without a label, in selection rates only: ${unlabelled}; Fairlearn refuses them for other metrics`]
      : []),
  ];
}
