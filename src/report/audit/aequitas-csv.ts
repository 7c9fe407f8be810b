import { sameGroup } from "../../chart/series/fairness/group-words.ts";
import type { OutcomeCounts } from "../../contract/audit-report.ts";
import { type AequitasReference, aequitasAnswer } from "../../engine/fairness/compatibility/aequitas-answer.ts";
import { MISSING } from "../../engine/fairness/cube/decision-cube.ts";
import { fisherExactTest } from "../../engine/stats/fisher-exact-test.ts";
import { countedCube, countedRule } from "./peer-layout/counted-cube.ts";
import { type CsvValue, csvText } from "./peer-layout/csv-text.ts";
import type { SharedAudit, SharedGroup } from "./shared-audit.ts";

const crosstab = [
  "model_id",
  "score_threshold",
  "k",
  "attribute_name",
  "attribute_value",
  "accuracy",
  "tpr",
  "tnr",
  "for",
  "fdr",
  "fpr",
  "fnr",
  "npv",
  "precision",
  "pp",
  "pn",
  "ppr",
  "pprev",
  "fp",
  "fn",
  "tn",
  "tp",
  "group_label_pos",
  "group_label_neg",
  "group_size",
  "total_entities",
  "prev",
] as const;

const compared = ["fdr", "fnr", "for", "fpr", "npv", "ppr", "pprev", "precision", "tnr", "tpr"] as const;

const parities = [
  "Statistical Parity",
  "Impact Parity",
  "FDR Parity",
  "FPR Parity",
  "FOR Parity",
  "FNR Parity",
  "TPR Parity",
  "TNR Parity",
  "NPV Parity",
  "Precision Parity",
  "TypeI Parity",
  "TypeII Parity",
  "Equalized Odds",
  "Unsupervised Fairness",
  "Supervised Fairness",
] as const;

const header = [
  ...crosstab,
  "label_value_significance",
  "score_significance",
  ...compared.flatMap((metric) => [`${metric}_disparity`, `${metric}_ref_group_value`, `${metric}_significance`]),
  ...parities,
];

/**
 * The rates of a report as Aequitas' fairness table has them after crosstab, disparity and parity: a row for each group of
 * each attribute, by Aequitas' conventions and under its names, which are not ours: its parities are booleans of a plain
 * quotient between 0.8 and 1.25, whatever the evidence. Significance is ours: Fisher's exact test against the reference
 * group at 5 %. Groups of unknown value and hidden groups have no row.
 *
 * @throws RangeError when the report has no classes
 */
export function aequitasCsv(report: SharedAudit): string {
  if (report.overall.selectionRate === undefined)
    throw new RangeError("a regression has no rates of decisions; write its report as HTML, Markdown or JSON");
  const rows = (report.mapping.protected ?? []).flatMap((attribute) => attributeRows(report, attribute));
  return csvText(header, rows);
}

function attributeRows(report: SharedAudit, attribute: string): CsvValue[][] {
  const shown = report.groups.filter(
    ({ group, counts }) => sameNames(Object.keys(group), [attribute]) && counts?.rows && group[attribute] !== MISSING,
  );
  if (shown.length === 0) return [];
  const { byGroup } = aequitasAnswer(countedCube(report, [attribute]), {
    attributes: [attribute],
    rule: countedRule,
    reference: referenceOf(report, attribute, shown),
  });
  return byGroup.map(({ group, metrics }) => {
    const own = countsOf(shown, group);
    const significance = (metric: string): boolean | null => {
      const base = countsOf(shown, {
        [attribute]: String(metrics[`${metric === "prev" ? "pprev" : metric}_ref_group_value`]),
      });
      return own && base ? isSignificant(own, base, metric) : null;
    };
    const values: { readonly [name: string]: CsvValue } = {
      ...metrics,
      model_id: 0,
      score_threshold: "binary 0/1",
      attribute_name: attribute,
      attribute_value: group[attribute],
      label_value_significance: significance("prev"),
      score_significance: significance("pprev"),
      ...Object.fromEntries(compared.map((metric) => [`${metric}_significance`, significance(metric)])),
    };
    return header.map((name) => values[name]);
  });
}

function countsOf(groups: readonly SharedGroup[], group: Readonly<Record<string, string>>): OutcomeCounts | null {
  return groups.find((each) => sameGroup(each.group, group))?.counts?.rows ?? null;
}

/** The reference that the audit was asked for, where it is one group for every rate; else the largest. */
function referenceOf({ settings }: SharedAudit, attribute: string, shown: readonly SharedGroup[]): AequitasReference {
  const { reference } = settings;
  if (typeof reference === "object") {
    const value = reference[attribute];
    if (value !== undefined && shown.some(({ group }) => group[attribute] === value))
      return { kind: "predefined", groups: { [attribute]: value } };
  }
  if (reference !== "best-rate") return { kind: "major" };
  const rate = ({ metrics }: SharedGroup) => metrics.selectionRate?.estimate ?? -1;
  const best = shown.reduce((highest, each) => (rate(each) > rate(highest) ? each : highest));
  return { kind: "predefined", groups: { [attribute]: best.group[attribute]! } };
}

type Pair = readonly [numerator: number, denominator: number];

/** Numerator and denominator of Aequitas' rates; `ppr` is a share of all selected, tested as its group's own rate. */
const rates: { readonly [metric: string]: (counts: OutcomeCounts) => Pair } = {
  fdr: ({ truePositives: tp, falsePositives: fp }) => [fp, tp + fp],
  precision: ({ truePositives: tp, falsePositives: fp }) => [tp, tp + fp],
  for: ({ falseNegatives: fn, trueNegatives: tn }) => [fn, fn + tn],
  npv: ({ falseNegatives: fn, trueNegatives: tn }) => [tn, fn + tn],
  fpr: ({ falsePositives: fp, trueNegatives: tn }) => [fp, fp + tn],
  tnr: ({ falsePositives: fp, trueNegatives: tn }) => [tn, fp + tn],
  fnr: ({ truePositives: tp, falseNegatives: fn }) => [fn, tp + fn],
  tpr: ({ truePositives: tp, falseNegatives: fn }) => [tp, tp + fn],
  pprev: ({ truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn }) => [
    tp + fp,
    tp + fp + fn + tn,
  ],
  ppr: (counts) => rates.pprev!(counts),
  prev: ({ truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn }) => [
    tp + fn,
    tp + fp + fn + tn,
  ],
};

function isSignificant(own: OutcomeCounts, base: OutcomeCounts, metric: string): boolean | null {
  const [[a, n], [b, m]] = [rates[metric]!(own), rates[metric]!(base)];
  if (n === 0 || m === 0) return null;
  return (
    fisherExactTest([
      [a, n - a],
      [b, m - b],
    ]).twoSided < 0.05
  );
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, k) => name === b[k]);
}
