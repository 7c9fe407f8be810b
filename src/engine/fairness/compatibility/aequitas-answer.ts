import { type DecisionCube, MISSING } from "../cube/decision-cube.ts";
import { type DecisionRule, OUTCOMES, type OutcomeTable, outcomeTable } from "../rate/outcome-table.ts";
import { type PeerAnswer, type PeerValue, type PeerValues, peerValue, peerValues } from "./peer-answer.ts";

/** get_disparity_major_group, get_disparity_predefined_groups (a value for every attribute), get_disparity_min_metric. */
export type AequitasReference =
  | { readonly kind: "major" }
  | { readonly kind: "predefined"; readonly groups: { readonly [attribute: string]: string } }
  | { readonly kind: "min-metric" };

export interface AequitasSettings {
  readonly attributes: readonly string[];
  readonly rule: DecisionRule;
  readonly positiveLabel?: string | null;
  readonly reference?: AequitasReference;
  /** A disparity is at parity from tau to 1 ÷ tau. */
  readonly tau?: number;
  /** What stands for x ÷ 0. */
  readonly fillDivbyzero?: number;
}

const DISPARITIES = ["ppr", "pprev", "precision", "fdr", "for", "fpr", "fnr", "tpr", "tnr", "npv"] as const;

const PARITIES = {
  "Statistical Parity": "ppr",
  "Impact Parity": "pprev",
  "FDR Parity": "fdr",
  "FPR Parity": "fpr",
  "FOR Parity": "for",
  "FNR Parity": "fnr",
  "TPR Parity": "tpr",
  "TNR Parity": "tnr",
  "NPV Parity": "npv",
  "Precision Parity": "precision",
} as const;

const PAIRS: readonly (readonly [name: string, a: string, b: string])[] = [
  ["TypeI Parity", "FDR Parity", "FPR Parity"],
  ["TypeII Parity", "FOR Parity", "FNR Parity"],
  ["Equalized Odds", "FPR Parity", "TPR Parity"],
  ["Unsupervised Fairness", "Statistical Parity", "Impact Parity"],
  ["Supervised Fairness", "TypeI Parity", "TypeII Parity"],
];

interface Row {
  readonly value: string;
  readonly counts: { readonly [name: string]: number };
}

/**
 * What Aequitas' group, bias and fairness tables say of a cube: one attribute at a time, each group's rate ÷ that of its
 * reference, and booleans for tau ≤ disparity ≤ 1 ÷ tau under the tool's own names, which are not ours.
 *
 * Rates without a denominator are NaN, x ÷ 0 is 10, 0 ÷ 0 NaN; `k` counts all selected rows, those of unknown group among
 * them; weights are not known to it. A parity of an attribute is false if any group's is, null if none has one. Where no
 * attribute has one, Aequitas says true of all together; that is not repeated, it is null.
 *
 * @throws RangeError when a predefined reference is missing or does not occur
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "label", role: "label", values: ["0"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 76, 25), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const { byGroup } = aequitasAnswer(cube, { attributes: ["sex"], rule: { kind: "decision", favourable: "1" } });
 * [byGroup[0].metrics.pprev_disparity, byGroup[0].metrics["Impact Parity"]] // => [0.3232, false]
 */
export function aequitasAnswer(cube: DecisionCube, settings: AequitasSettings): PeerAnswer {
  const { attributes, rule, positiveLabel = cube.positiveLabel, reference = { kind: "major" } } = settings;
  const everything = outcomeTable(cube, [], rule, positiveLabel);
  const selected = everything.n[0]! + everything.n[3]! + everything.n[6]!;
  const rows = everything.n.subarray(0, OUTCOMES).reduce((sum, n) => sum + n, 0);
  const tables = attributes.map((attribute) => {
    const table = outcomeTable(cube, [attribute], rule, positiveLabel);
    const crosstab = crosstabOf(table, selected, rows);
    const groups = crosstab.map((row) => ({ row, bias: disparitiesOf(row, crosstab, attribute, reference, settings) }));
    return {
      attribute,
      groups: groups.map(({ row, bias }) => ({ row, bias, parity: paritiesOf(bias, settings.tau ?? 0.8) })),
    };
  });
  const byAttribute = tables.map(({ attribute, groups }) => ({
    attribute,
    parity: Object.fromEntries(parityNames().map((name) => [name, allOf(groups.map(({ parity }) => parity[name]!))])),
  }));
  const together = (name: string) => allOf(byAttribute.map(({ parity }) => parity[name]!));
  const [unsupervised, supervised] = [together("Unsupervised Fairness"), together("Supervised Fairness")];
  return {
    tool: "aequitas",
    attributes,
    control: {},
    overall: { k: selected, total_entities: rows },
    byGroup: tables.flatMap(({ attribute, groups }) =>
      groups.map(({ row, bias, parity }) => ({
        group: { [attribute]: row.value },
        metrics: { ...peerValues(row.counts), ...bias, ...parity },
      })),
    ),
    aggregates: {
      ...Object.fromEntries(
        byAttribute.flatMap(({ attribute, parity }) =>
          Object.entries(parity).map(([name, value]) => [`${attribute}: ${name}`, value]),
        ),
      ),
      "Unsupervised Fairness": unsupervised,
      "Supervised Fairness": supervised,
      "Overall Fairness": allOf([unsupervised, supervised]),
    },
    notes: notesOf(cube, attributes, rule, positiveLabel),
  };
}

function crosstabOf(table: OutcomeTable, selected: number, rows: number): Row[] {
  return table.groups.flatMap((group, g): Row[] => {
    const [value = ""] = Object.values(group);
    const at = (outcome: number) => table.n[g * OUTCOMES + outcome]!;
    const [tp, fn, fp, tn] = [at(0), at(1), at(3), at(4)];
    const size = tp + fn + fp + tn;
    if (value === MISSING || size === 0) return [];
    const counts = {
      k: selected,
      accuracy: (tp + tn) / size,
      tpr: tp / (tp + fn),
      tnr: tn / (fp + tn),
      for: fn / (fn + tn),
      fdr: fp / (tp + fp),
      fpr: fp / (fp + tn),
      fnr: fn / (tp + fn),
      npv: tn / (fn + tn),
      precision: tp / (tp + fp),
      pp: tp + fp,
      pn: fn + tn,
      ppr: (tp + fp) / selected,
      pprev: (tp + fp) / size,
      fp,
      fn,
      tn,
      tp,
      group_label_pos: tp + fn,
      group_label_neg: fp + tn,
      group_size: size,
      total_entities: rows,
      prev: (tp + fn) / size,
    };
    return [{ value, counts }];
  });
}

function disparitiesOf(
  row: Row,
  rows: readonly Row[],
  attribute: string,
  reference: AequitasReference,
  { fillDivbyzero = 10 }: AequitasSettings,
): PeerValues {
  return Object.fromEntries(
    DISPARITIES.flatMap((metric) => {
      const base = referenceRow(rows, metric, attribute, reference);
      const disparity = row.counts[metric]! / base.counts[metric]!;
      return [
        [`${metric}_disparity`, peerValue(disparity === Infinity ? fillDivbyzero : disparity)],
        [`${metric}_ref_group_value`, base.value],
      ];
    }),
  );
}

function referenceRow(
  rows: readonly Row[],
  metric: (typeof DISPARITIES)[number],
  attribute: string,
  reference: AequitasReference,
): Row {
  const first = (better: (a: Row, b: Row) => boolean) => rows.reduce((best, row) => (better(row, best) ? row : best));
  switch (reference.kind) {
    case "major":
      return first((a, b) => a.counts.group_size! > b.counts.group_size!);
    case "min-metric":
      return first(
        (a, b) =>
          a.counts[metric]! < b.counts[metric]! ||
          (Number.isNaN(b.counts[metric]!) && !Number.isNaN(a.counts[metric]!)),
      );
    case "predefined": {
      const named = rows.find(({ value }) => value === reference.groups[attribute]);
      if (named) return named;
      throw new RangeError(
        `reference group of ${attribute} not found: ${reference.groups[attribute] ?? "none given"}; there are ${rows.map(({ value }) => value).join(", ")}`,
      );
    }
  }
}

function paritiesOf(bias: PeerValues, tau: number): { [name: string]: PeerValue } {
  const parity: { [name: string]: PeerValue } = {};
  for (const [name, metric] of Object.entries(PARITIES)) {
    const disparity = bias[`${metric}_disparity`];
    parity[name] = typeof disparity === "number" ? disparity >= tau && disparity <= 1 / tau : null;
  }
  for (const [name, a, b] of PAIRS)
    parity[name] = parity[a] === null && parity[b] === null ? null : parity[a] === true && parity[b] === true;
  return parity;
}

function parityNames(): string[] {
  return [...Object.keys(PARITIES), ...PAIRS.map(([name]) => name)];
}

/** False if any is, true if any is and none is false, else null. */
function allOf(values: readonly PeerValue[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(true) ? true : null;
}

function notesOf(
  cube: DecisionCube,
  attributes: readonly string[],
  rule: DecisionRule,
  positiveLabel: string | null,
): string[] {
  const notes = attributes.flatMap((attribute) => {
    const table = outcomeTable(cube, [attribute], rule, positiveLabel);
    const g = table.groups.findIndex((group) => group[attribute] === MISSING);
    if (g < 0) return [];
    const rows = table.n.subarray(g * OUTCOMES, (g + 1) * OUTCOMES).reduce((sum, n) => sum + n, 0);
    return [`rows without a value of ${attribute}, in k and total_entities only: ${rows}`];
  });
  return cube.sums.weight ? [...notes, "weights left aside: Aequitas knows none"] : notes;
}
