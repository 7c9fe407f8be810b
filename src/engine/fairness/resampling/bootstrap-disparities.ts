import { type DisparityDefinition, disparityDefinition } from "../disparity/disparity-definition.ts";
import { isEntropyName } from "../disparity/entropy-disparity.ts";
import { type Comparison, type GapQuestion, gapEstimate } from "../disparity/gap.ts";
import { groupExclusions } from "../disparity/group-exclusions.ts";
import { isCountMetric, type MetricSource } from "../disparity/metric-source.ts";
import { type CountMetricName, countMetricOf } from "../rate/count-metric.ts";
import type { Figure } from "../rate/figure.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { type BootstrapSettings, bootstrapIntervals, type TableStatistics } from "./bootstrap-interval.ts";

interface DisparityBootstrapSettings extends BootstrapSettings {
  readonly comparison: Comparison;
  /** Position of the reference group, where one is compared with. */
  readonly reference?: number;
  /** Groups with fewer rows take no part. */
  readonly minimumSupport?: number;
}

/**
 * Bootstrap intervals of disparities, all from the same replicates, each replicate being judged as the data are: the largest
 * gap of the replicate, between whichever groups. Only disparities of label and decision; those of scores are not in a
 * table of outcomes, and are left out of the answer.
 *
 * Its cost is groups × replicates, not rows. What these intervals are good for, and what not: {@link bootstrapIntervals}.
 *
 * @returns by name
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f", "m"] };
 * const decision = { name: "decision", role: "decision", values: ["0", "1"] };
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions: [sex, decision], codes, n: Float64Array.of(60, 30, 32, 48), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * const about = { comparison: "between-groups", level: 0.95, replicates: 999, seed: 1 };
 * bootstrapDisparities(source, ["demographicParityDifference"], about).get("demographicParityDifference").estimate.toFixed(6) // => "0.266667"
 */
export function bootstrapDisparities(
  source: MetricSource,
  names: readonly string[],
  settings: DisparityBootstrapSettings,
): Map<string, Figure> {
  const definitions = names
    .filter((name) => !isEntropyName(name))
    .map(disparityDefinition)
    .filter(({ metrics }) => metrics.every(isCountMetric));
  if (definitions.length === 0) return new Map();
  const figures = bootstrapIntervals(source.table, statisticsOf(source, definitions, settings), settings);
  return new Map(definitions.map(({ name }, k) => [name, figures[k]!]));
}

function statisticsOf(
  source: MetricSource,
  definitions: readonly DisparityDefinition[],
  { comparison, reference, minimumSupport = 0 }: DisparityBootstrapSettings,
): TableStatistics {
  const groups = source.groups.length;
  const metrics = [...new Set(definitions.flatMap((definition) => definition.metrics))];
  const values = metrics.map(() => new Float64Array(groups + 1));
  const asked = metrics.map((metric): [metric: CountMetricName, excluded: Uint8Array] => {
    const excluded = groupExclusions(source, [metric], minimumSupport);
    return [metric as CountMetricName, Uint8Array.from(source.groups, (_, g) => Number(excluded.has(g)))];
  });
  const places = definitions.map((definition) => definition.metrics.map((metric) => metrics.indexOf(metric)));
  const questionOf = (kind: DisparityDefinition["kind"], column: Float64Array): GapQuestion => ({
    kind,
    comparison,
    overall: column[groups]!,
    ...(reference !== undefined && { reference }),
  });
  const own = values.map((column) => column.subarray(0, groups));
  return {
    count: definitions.length,
    fill(weight, out) {
      for (const [m, [metric, excluded]] of asked.entries()) {
        const column = values[m]!;
        for (let g = 0; g <= groups; g++)
          column[g] = excluded[g] === 1 ? Number.NaN : countMetricOf(weight, g * OUTCOMES, metric);
      }
      for (const [k, { kind, combination }] of definitions.entries()) {
        const at = places[k]!;
        if (combination === "mean-of-pair") {
          out[k] = pairMean(
            at.map((m) => values[m]!),
            groups,
            comparison,
            reference,
          );
          continue;
        }
        const gaps = at.map((m) => gapEstimate(own[m]!, questionOf(kind, values[m]!)));
        out[k] =
          combination === "single"
            ? gaps[0]!
            : joined(gaps.map(kind === "ratio" ? folded : Math.abs), kind, combination);
      }
    },
  };
}

function joined(
  gaps: readonly number[],
  kind: DisparityDefinition["kind"],
  combination: DisparityDefinition["combination"],
): number {
  if (combination === "mean") return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return kind === "ratio" ? Math.min(...gaps) : Math.max(...gaps);
}

function folded(ratio: number): number {
  return Math.min(ratio, 1 / ratio);
}

/** Mean of the absolute gaps of one pair, of the pair where it is largest: where a sum or difference ranges furthest. */
function pairMean(
  columns: readonly Float64Array[],
  groups: number,
  comparison: Comparison,
  reference: number | undefined,
): number {
  let largest = Number.NaN;
  if (comparison !== "between-groups") {
    const against = comparison === "to-overall" ? groups : (reference ?? -1);
    for (let g = 0; g < groups; g++) {
      if (g === against) continue;
      let sum = 0;
      for (const column of columns) sum += Math.abs(column[g]! - column[against]!);
      if (!(sum <= largest)) largest = Number.isNaN(sum) ? largest : sum;
    }
    return largest / columns.length;
  }
  for (let signs = 0; signs < 2 ** (columns.length - 1); signs++) {
    let [low, high, told] = [Infinity, -Infinity, 0];
    for (let g = 0; g < groups; g++) {
      let along = 0;
      for (const [m, column] of columns.entries()) along += (signs >> m) & 1 ? -column[g]! : column[g]!;
      if (Number.isNaN(along)) continue;
      if (along < low) low = along;
      if (along > high) high = along;
      told++;
    }
    if (told > 1 && !(high - low <= largest)) largest = high - low;
  }
  return largest / columns.length;
}
