import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, MISSING } from "../cube/decision-cube.ts";
import { generalizedEntropyOf } from "../disparity/generalized-entropy.ts";
import { smoothedDifferentialFairness } from "../disparity/smoothed-differential-fairness.ts";
import { type Group, groupingOf } from "../group/group.ts";
import { type DecisionRule, labelOfCell, OUTCOMES, type OutcomeTable, outcomeTable } from "../rate/outcome-table.ts";
import { type PeerAnswer, peerValues } from "./peer-answer.ts";

export interface Aif360Settings {
  readonly attributes: readonly string[];
  readonly rule: DecisionRule;
  readonly positiveLabel?: string | null;
  /** One value of each attribute. */
  readonly privileged: Group;
}

/** Sums of one group: weights by outcome, rows by outcome, and weighted scores of positives and of negatives. */
interface Block {
  readonly weight: Float64Array;
  readonly n: Float64Array;
  readonly scores: readonly [positive: number, negative: number];
}

type Metrics = ReturnType<typeof metricsOf>;
type MetricKey = keyof Metrics;

/**
 * What AIF360's ClassificationMetric says of a cube: unprivileged − privileged, or ÷.
 *
 * As its StandardDataset does, every attribute is reduced to its privileged value and the rest, and rows with a missing
 * attribute, label or decision are dropped. Rates among positives and negatives without a denominator are NaN, predictive
 * values 0; a ratio to zero is inf. Entropies ignore weights. `dataset_…` are BinaryLabelDatasetMetric of the labels.
 *
 * @throws RangeError when an attribute has no privileged value, or nobody has it
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "label", role: "label", values: ["0"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 75, 25), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const { aggregates } = aif360Answer(cube, { attributes: ["sex"], rule: { kind: "decision", favourable: "1" }, privileged: { sex: "m" } });
 * [aggregates.disparate_impact, aggregates.true_positive_rate_difference] // => [0.32, null]
 */
export function aif360Answer(cube: DecisionCube, settings: Aif360Settings): PeerAnswer {
  const { attributes, rule, positiveLabel = cube.positiveLabel, privileged } = settings;
  for (const name of attributes) {
    const values = groupingOf(cube, [name]).groups.map((group) => group[name]!);
    if (!values.includes(privileged[name] ?? ""))
      throw new RangeError(
        `privileged value of ${name} not found: ${privileged[name] ?? "none given"}; there are ${values.join(", ")}`,
      );
  }
  const table = outcomeTable(cube, attributes, rule, positiveLabel);
  const blocks = blocksOf(cube, table, positiveLabel);
  const isKnown = (group: Group) => !Object.values(group).includes(MISSING);
  const isPrivileged = (group: Group) => attributes.every((name) => group[name] === privileged[name]);
  const pick = (keep: (group: Group) => boolean) => addedUp(blocks.filter((_, g) => keep(table.groups[g]!)));
  const [all, high, low] = [
    pick(isKnown),
    pick((group) => isKnown(group) && isPrivileged(group)),
    pick((group) => isKnown(group) && !isPrivileged(group)),
  ];
  const scored = cube.scores.kind !== "none";
  // AIF360's groups of every attribute's privileged value and rest.
  const crossed = new Map<string, Block>();
  for (const [g, group] of table.groups.entries()) {
    if (!isKnown(group)) continue;
    const key = attributes.map((name) => Number(group[name] === privileged[name])).join();
    crossed.set(key, addedUp([...(crossed.has(key) ? [crossed.get(key)!] : []), blocks[g]!]));
  }
  const metrics = (block: Block) => metricsOf(block, scored);
  const values = attributes.map((name) => privileged[name]).join(" × ");
  return {
    tool: "aif360",
    attributes,
    control: {},
    overall: peerValues(metrics(all)),
    byGroup: [
      { group: { [attributes.join(" × ")]: values }, metrics: peerValues(metrics(high)) },
      { group: { [attributes.join(" × ")]: `not ${values}` }, metrics: peerValues(metrics(low)) },
    ],
    aggregates: peerValues({
      ...gapsOf(metrics(low), metrics(high), scored),
      ...entropiesOf([low, high], [...crossed.values()], all),
    }),
    notes: notesOf(table, all),
  };
}

function blocksOf(cube: DecisionCube, table: OutcomeTable, positiveLabel: string | null): Block[] {
  const { groups, groupOfCell } = groupingOf(cube, table.attributes);
  const scores = groups.map((): [number, number] => [0, 0]);
  const label = labelOfCell(cube, positiveLabel);
  const sums = cellSums(cube, "score");
  for (let cell = 0; cell < cube.n.length; cell++) {
    const kind = label(cell);
    if (kind !== 2) scores[groupOfCell[cell]!]![kind]! += sums[cell]!;
  }
  const block = (column: Float64Array, g: number) => column.slice(g * OUTCOMES, (g + 1) * OUTCOMES);
  return groups.map((_, g) => ({ weight: block(table.weight, g), n: block(table.n, g), scores: scores[g]! }));
}

function addedUp(blocks: readonly Block[]): Block {
  const sum = (pick: (block: Block) => Float64Array) =>
    Float64Array.from({ length: OUTCOMES }, (_, outcome) =>
      // Rows without label or decision are dropped.
      outcome % 3 === 2 || outcome > 4 ? 0 : blocks.reduce((total, block) => total + pick(block)[outcome]!, 0),
    );
  return {
    weight: sum(({ weight }) => weight),
    n: sum(({ n }) => n),
    scores: [
      blocks.reduce((total, { scores }) => total + scores[0], 0),
      blocks.reduce((total, { scores }) => total + scores[1], 0),
    ],
  };
}

function metricsOf({ weight, scores }: Block, scored: boolean) {
  const [tp, fn, fp, tn] = [weight[0]!, weight[1]!, weight[3]!, weight[4]!];
  const [p, n] = [tp + fn, fp + tn];
  const guarded = (above: number, below: number) => (below > 0 ? above / below : 0);
  const [gtp, gfp] = scores;
  return {
    num_instances: p + n,
    num_positives: p,
    num_negatives: n,
    num_pred_positives: tp + fp,
    num_pred_negatives: fn + tn,
    num_true_positives: tp,
    num_false_positives: fp,
    num_false_negatives: fn,
    num_true_negatives: tn,
    base_rate: p / (p + n),
    selection_rate: (tp + fp) / (p + n),
    true_positive_rate: tp / p,
    false_positive_rate: fp / n,
    false_negative_rate: fn / p,
    true_negative_rate: tn / n,
    positive_predictive_value: guarded(tp, tp + fp),
    false_discovery_rate: guarded(fp, tp + fp),
    false_omission_rate: guarded(fn, fn + tn),
    negative_predictive_value: guarded(tn, fn + tn),
    accuracy: guarded(tp + tn, p + n),
    error_rate: 1 - guarded(tp + tn, p + n),
    ...(scored && {
      generalized_true_positive_rate: gtp / p,
      generalized_false_positive_rate: gfp / n,
      generalized_false_negative_rate: (p - gtp) / p,
      generalized_true_negative_rate: (n - gfp) / n,
    }),
  };
}

function gapsOf(low: Metrics, high: Metrics, scored: boolean): { [name: string]: number } {
  const difference = (metric: MetricKey) => (low[metric] ?? Number.NaN) - (high[metric] ?? Number.NaN);
  const ratio = (metric: MetricKey) => (low[metric] ?? Number.NaN) / (high[metric] ?? Number.NaN);
  const rates = ["false_positive_rate", "false_negative_rate", "false_omission_rate", "false_discovery_rate"] as const;
  const [fpr, tpr] = [difference("false_positive_rate"), difference("true_positive_rate")];
  // Python's max keeps its first value unless a later one is larger, which NaN never is.
  const larger = (a: number, b: number) => (Math.abs(b) > Math.abs(a) ? Math.abs(b) : Math.abs(a));
  return {
    statistical_parity_difference: difference("selection_rate"),
    disparate_impact: ratio("selection_rate"),
    true_positive_rate_difference: tpr,
    equal_opportunity_difference: tpr,
    ...Object.fromEntries([...rates, "error_rate" as const].map((rate) => [`${rate}_difference`, difference(rate)])),
    ...Object.fromEntries([...rates, "error_rate" as const].map((rate) => [`${rate}_ratio`, ratio(rate)])),
    average_odds_difference: (fpr + tpr) / 2,
    average_abs_odds_difference: (Math.abs(fpr) + Math.abs(tpr)) / 2,
    equalized_odds_difference: larger(fpr, tpr),
    average_predictive_value_difference:
      (difference("positive_predictive_value") + difference("false_omission_rate")) / 2,
    ...(scored && {
      generalized_equalized_odds_difference: larger(
        difference("generalized_false_positive_rate"),
        difference("generalized_true_positive_rate"),
      ),
    }),
    dataset_statistical_parity_difference: difference("base_rate"),
    dataset_disparate_impact: ratio("base_rate"),
  };
}

function entropiesOf(two: readonly Block[], crossed: readonly Block[], all: Block): { [name: string]: number } {
  const joined = (blocks: readonly Block[]) => Float64Array.from([...blocks, all].flatMap(({ n }) => [...n]));
  const index = (blocks: readonly Block[], alpha: number, unit: "row" | "group") =>
    generalizedEntropyOf(joined(blocks), { alpha, unit });
  const variation = (entropy: number) => Math.sqrt(2 * entropy);
  const counts = (positive: readonly number[]) =>
    crossed.map(({ weight }) => ({
      positive: positive.reduce((sum, outcome) => sum + weight[outcome]!, 0),
      n: weight.reduce((sum, w) => sum + w, 0),
    }));
  const [decided, labelled] = [counts([0, 3]), counts([0, 1])].map((groups) => smoothedDifferentialFairness(groups));
  return {
    generalized_entropy_index: index([], 2, "row"),
    theil_index: index([], 1, "row"),
    coefficient_of_variation: variation(index([], 2, "row")),
    between_group_generalized_entropy_index: index(two, 2, "group"),
    between_group_theil_index: index(two, 1, "group"),
    between_group_coefficient_of_variation: variation(index(two, 2, "group")),
    between_all_groups_generalized_entropy_index: index(crossed, 2, "group"),
    between_all_groups_theil_index: index(crossed, 1, "group"),
    between_all_groups_coefficient_of_variation: variation(index(crossed, 2, "group")),
    smoothed_empirical_differential_fairness: decided!,
    dataset_smoothed_empirical_differential_fairness: labelled!,
    differential_fairness_bias_amplification: decided! - labelled!,
  };
}

function notesOf(table: OutcomeTable, all: Block): string[] {
  const rows = (column: Float64Array, from = 0) => column.subarray(from).reduce((sum, n) => sum + n, 0);
  const dropped = rows(table.n, table.groups.length * OUTCOMES) - rows(all.n);
  return dropped > 0 ? [`rows with a missing attribute, label or decision, dropped: ${dropped}`] : [];
}
