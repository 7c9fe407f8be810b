import type { DisparityDefinition } from "../../engine/fairness/disparity/disparity-definition.ts";
import { type GapQuestion, gapOf } from "../../engine/fairness/disparity/gap.ts";
import type { AuditReport } from "../audit-report.ts";
import { openMetric, sameGroup } from "./open-metric.ts";
import { plainNumber } from "./plain-number.ts";

type Disparity = AuditReport["disparities"][number];

/** A disparity's value by the counts of its groups, and its formula with the numbers put in; null where it has none. */
export function openGap(
  report: AuditReport,
  { groups, comparison, kind, estimate }: Disparity,
  { metrics, combination }: DisparityDefinition,
): { readonly value: number; readonly numbers: string } | null {
  if (estimate === null) return null;
  const reference = groups.findIndex(({ part }) => part === "reference");
  const valuesOf = (metric: string, takesPart: (g: number) => boolean) =>
    groups.map(({ group, excluded }, g) => {
      const row = report.groups.find((one) => sameGroup(one.group, group));
      const opened = row && openMetric(report, metric, group, row.counts);
      return opened && takesPart(g) && excluded !== "below-minimum-support" ? opened.value : Number.NaN;
    });
  const overallOf = (metric: string) => openMetric(report, metric, {}, report.counts)?.value ?? Number.NaN;
  if (combination === "mean-of-pair") {
    const isIn = (g: number) => groups[g]!.excluded === undefined;
    const columns = metrics.map((metric) => [...valuesOf(metric, isIn), overallOf(metric)]);
    return worstPair(columns, comparison, reference);
  }
  const sides = metrics.map((metric) => {
    const values = valuesOf(metric, () => true);
    const question: GapQuestion = { kind, comparison, overall: overallOf(metric), reference };
    const gap = gapOf(values, question);
    if (gap === null) return null;
    const [one, other] = [values[gap.of]!, gap.against === null ? question.overall! : values[gap.against]!];
    const isFolded = combination !== "single" && comparison === "to-reference";
    const value = !isFolded
      ? gap.estimate
      : kind === "difference"
        ? Math.abs(gap.estimate)
        : Math.min(gap.estimate, 1 / gap.estimate);
    const isTurned = kind === "ratio" && value !== gap.estimate;
    const isBelow = kind === "ratio" && comparison === "to-overall" && one > other;
    const [above, below] = isTurned || isBelow ? [other, one] : [one, other];
    const sign = kind === "difference" ? "−" : "÷";
    const plainText = `${plainNumber(above)} ${sign} ${plainNumber(below)}`;
    return { value, numbers: value < 0 || kind === "ratio" || one >= other ? plainText : `|${plainText}|` };
  });
  if (sides.some((side) => side === null)) return null;
  const known = sides as { value: number; numbers: string }[];
  if (combination === "single") return known[0]!;
  const numbers = known.map((side) => `(${side.numbers})`);
  if (combination === "mean")
    return {
      value: known.reduce((sum, { value }) => sum + value, 0) / known.length,
      numbers: `(${numbers.join(" + ")}) ÷ ${known.length}`,
    };
  const values = known.map(({ value }) => value);
  return kind === "difference"
    ? { value: Math.max(...values), numbers: `larger of ${numbers.join(" and ")}` }
    : { value: Math.min(...values), numbers: `smaller of ${numbers.join(" and ")}` };
}

/** The pair with the largest mean distance; the last value of each column is that of all rows. */
function worstPair(
  columns: readonly (readonly number[])[],
  comparison: Disparity["comparison"],
  reference: number,
): { value: number; numbers: string } | null {
  const all = columns[0]!.length - 1;
  let worst: { value: number; numbers: string } | null = null;
  for (let i = 0; i < all; i++) {
    const [from, to] =
      comparison === "between-groups"
        ? [i + 1, all]
        : comparison === "to-overall"
          ? [all, all + 1]
          : [reference, reference + 1];
    for (let j = from; j < to; j++) {
      const value = columns.reduce((sum, column) => sum + Math.abs(column[i]! - column[j]!), 0) / columns.length;
      if (i === j || Number.isNaN(value) || (worst !== null && value <= worst.value)) continue;
      const distances = columns.map((column) => `|${plainNumber(column[i]!)} − ${plainNumber(column[j]!)}|`);
      worst = { value, numbers: `(${distances.join(" + ")}) ÷ ${columns.length}` };
    }
  }
  return worst;
}
