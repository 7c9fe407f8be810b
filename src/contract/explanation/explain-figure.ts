import { disparityDefinition } from "../../engine/fairness/disparity/disparity-definition.ts";
import { generalizedEntropyOf } from "../../engine/fairness/disparity/generalized-entropy.ts";
import type { AuditFigure, AuditReport, GroupCounts } from "../audit-report.ts";
import { entropyFormulas, gapFormula, intervalWords, metricFormulas, testWords } from "./audit-formulas.ts";
import { openGap } from "./open-gap.ts";
import { blockOf, openMetric, sameGroup } from "./open-metric.ts";
import { plainNumber } from "./plain-number.ts";

type Group = AuditReport["groups"][number]["group"];
type Disparity = AuditReport["disparities"][number];

/** A figure opened to its formula and its counts. */
export interface FigureExplanation {
  readonly name: string;
  /** Whose figure it is, empty for all rows together; null for what lies between groups. */
  readonly group: Group | null;
  readonly attributes: readonly string[];
  readonly definition: string;
  readonly formula: string;
  /** The formula with numbers put in, and what it gives; null where it is not defined. */
  readonly calculation: string | null;
  /** What the counts give by the formula: the figure's estimate. */
  readonly value: number | null;
  /** Why it is not defined. */
  readonly reason: string | null;
  readonly counts: readonly { readonly name: string; readonly value: number }[];
  /** Interval and where it comes from; null where there is none. */
  readonly interval: string | null;
  readonly test: string | null;
  /** Page of the documentation. */
  readonly page: string;
  /** The figures it is made of. */
  readonly parts: readonly FigureExplanation[];
}

/**
 * Opens figures of a report, all of one name: a metric of every group or a disparity of every choice of attributes.
 *
 * @param attributes - only of these; left out, of all choices, and of a metric that of all rows too
 * @returns none where the report has no figure of that name
 */
export function explainFigure(report: AuditReport, name: string, attributes?: readonly string[]): FigureExplanation[] {
  const isAsked = (names: readonly string[]) => attributes === undefined || sameNames(names, attributes);
  const disparities = report.disparities.filter((one) => one.name === name && isAsked(one.attributes));
  if (disparities.length > 0) return disparities.map((one) => explainDisparity(report, one));
  if (!Object.hasOwn(report.overall, name)) return [];
  const groups = report.groups.filter(({ group }) => isAsked(Object.keys(group)));
  const all = { group: {}, metrics: report.overall, counts: report.counts };
  return [...(attributes === undefined ? [all] : []), ...groups].map((row) => explainMetric(report, name, row));
}

interface Row {
  readonly group: Group;
  readonly metrics: { readonly [metric: string]: AuditFigure };
  readonly counts: GroupCounts;
}

function explainMetric(report: AuditReport, name: string, { group, metrics, counts }: Row): FigureExplanation {
  const figure = metrics[name];
  const { definition, formula } = metricFormulas[name] ?? { definition: name, formula: "" };
  const opened = openMetric(report, name, group, counts);
  const isDefined = opened !== null && !Number.isNaN(opened.value);
  return {
    name,
    group,
    attributes: Object.keys(group),
    definition,
    formula,
    calculation: isDefined ? `${opened.numbers} = ${plainNumber(opened.value)}` : null,
    value: isDefined ? opened.value : null,
    reason: figure?.estimate === null ? figure.reason : null,
    counts: opened?.counts ?? [],
    interval: figure === undefined ? null : intervalText(figure),
    test: null,
    page: pageOfMetric(name),
    parts: [],
  };
}

function explainDisparity(report: AuditReport, disparity: Disparity): FigureExplanation {
  const { name, attributes, comparison, kind, test } = disparity;
  const about = {
    name,
    group: null,
    attributes,
    reason: disparity.estimate === null ? disparity.reason : null,
    interval: intervalText(disparity),
    test: test === null ? null : `${testWords[test] ?? test}${pText(report, disparity)}`,
    page: "docs/method/fairness-disparities.md",
  };
  const entropy = entropyFormulas[name];
  if (entropy) return { ...about, ...entropy, ...openEntropy(report, name, attributes), parts: [] };
  const definition = disparityDefinition(name);
  const gap = openGap(report, disparity, definition);
  const metrics = definition.metrics.map((metric) => metricFormulas[metric]?.definition ?? metric);
  const wanted = gapFormula(kind, comparison);
  const combined = {
    single: wanted,
    worst: `the ${kind === "difference" ? "larger" : "smaller"} of both gaps, each ${wanted}`,
    mean: `mean of both gaps, each ${wanted}`,
    "mean-of-pair": "mean of both distances of one pair, of the pair where it is largest",
  };
  return {
    ...about,
    definition: `${kind} between groups in the ${metrics.join(", and in the ")}`,
    formula: combined[definition.combination],
    calculation: gap === null ? null : `${gap.numbers} = ${plainNumber(gap.value)}`,
    value: gap?.value ?? null,
    counts: [],
    parts: endsOf(report, disparity).flatMap((row) =>
      definition.metrics.map((metric) => explainMetric(report, metric, row)),
    ),
  };
}

/** The rows that a gap lies between: its ends, and all rows where those are compared with. */
function endsOf(report: AuditReport, { groups, comparison, attributes }: Disparity): Row[] {
  const ends = groups.flatMap(({ group, part }) => {
    const row = part === undefined ? undefined : report.groups.find((one) => sameGroup(one.group, group));
    return row === undefined ? [] : [row];
  });
  // A mean of two gaps has no two ends: every group has its part.
  const rows = ends.length > 0 ? ends : report.groups.filter(({ group }) => sameNames(Object.keys(group), attributes));
  return comparison === "to-overall" ? [...rows, { group: {}, metrics: report.overall, counts: report.counts }] : rows;
}

function openEntropy(
  report: AuditReport,
  name: string,
  attributes: readonly string[],
): Pick<FigureExplanation, "calculation" | "value" | "counts"> {
  const rows = report.groups.filter(({ group }) => sameNames(Object.keys(group), attributes));
  const blocks = [...rows.map(({ counts }) => counts), report.counts].map(blockOf);
  const all = blocks.at(-1);
  if (!all || blocks.some((block) => block === null)) return { calculation: null, value: null, counts: [] };
  const whole = Float64Array.from(blocks.flatMap((block) => [...block!]));
  const value = generalizedEntropyOf(whole, { alpha: 1, unit: name === "theilIndex" ? "row" : "group" });
  const counts = [
    { name: "right decisions, benefit 1", value: all[0]! + all[4]! },
    { name: "false positives, benefit 2", value: all[3]! },
    { name: "false negatives, benefit 0", value: all[1]! },
  ];
  if (Number.isNaN(value)) return { calculation: null, value: null, counts };
  const total = counts.reduce((sum, one) => sum + one.value, 0);
  const mean = (counts[0]!.value + 2 * counts[1]!.value) / total;
  return { calculation: `μ = ${plainNumber(mean)}, index = ${plainNumber(value)}`, value, counts };
}

function pageOfMetric(name: string): string {
  return name === "expectedCalibrationError"
    ? "docs/method/fairness-calibration-by-group.md"
    : "docs/method/fairness-rates.md";
}

function intervalText(figure: AuditFigure): string | null {
  if (figure.estimate === null || figure.low === null || figure.high === null) return null;
  const { low, high, level, method } = figure;
  return `${plainNumber(100 * level)} % interval ${plainNumber(low)} to ${plainNumber(high)}: ${intervalWords[method] ?? method}`;
}

function pText({ settings }: AuditReport, { test, pValue, adjustedPValue }: Disparity): string {
  if (pValue === null) return "";
  const drawn =
    test === "permutation" ? `, ${plainNumber(settings.replicates)} shufflings or more, seed ${settings.seed}` : "";
  return `${drawn}; p ${plainNumber(pValue)}${adjustedPValue === null ? "" : `, ${plainNumber(adjustedPValue)} adjusted (${settings.adjustment})`}`;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
