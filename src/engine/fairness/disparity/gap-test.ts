import { normalCdf } from "../../stats/normal-cdf.ts";
import { rangeCdf } from "../../stats/range-critical-value.ts";
import { isRateMetric } from "../rate/count-metric.ts";
import { rateCounts } from "../rate/rate.ts";
import { comparedGroups } from "./compared-groups.ts";
import type { DisparityDefinition } from "./disparity-definition.ts";
import { extremeGapGroups } from "./gap-interval.ts";
import { groupAgainstRestTest } from "./group-against-rest-test.ts";
import { type GroupExclusions, includedGroups } from "./group-exclusions.ts";
import type { MetricSource } from "./metric-source.ts";
import { type PermutedStratum, permutationTest } from "./permutation-test.ts";

/** How a disparity was tested. */
export type GapTest = "fisher" | "permutation" | "fisher-bonferroni" | "tukey";

interface TestOfGap {
  readonly pValue: number | null;
  readonly test: GapTest | null;
}

/** Differences, ratios and verdicts ask the same question of one source. */
const answered = new WeakMap<MetricSource, Map<string, TestOfGap>>();

/**
 * Test that all groups have one rate, with the largest difference of two groups in its standard errors: by shuffling
 * where it is about counted shares (two groups: Fisher's exact test; above 40: each against the rest), else, and where every
 * group is large, by Tukey's distribution.
 *
 * @returns nulls with fewer than two groups
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f", "m"] };
 * const decision = { name: "decision", role: "decision", values: ["0", "1"] };
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions: [sex, decision], codes, n: Float64Array.of(60, 30, 32, 48), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * gapTest(source, disparityDefinition("demographicParityRatio"), { seed: 1 }, new Map()).pValue // => 6.662250e-4
 */
export function gapTest(
  source: MetricSource,
  definition: DisparityDefinition,
  { seed, draws = 2000 }: { readonly seed: number; readonly draws?: number },
  excluded: GroupExclusions,
): TestOfGap {
  const known = answered.get(source) ?? new Map<string, TestOfGap>();
  answered.set(source, known);
  const statistic = definition.combination === "mean" ? "mean" : "largest";
  const key = [statistic, definition.metrics, seed, draws, ...excluded].join(" ");
  const answer = known.get(key) ?? computeTest(source, definition, { seed, draws }, excluded);
  known.set(key, answer);
  return answer;
}

function computeTest(
  source: MetricSource,
  definition: DisparityDefinition,
  settings: { readonly seed: number; readonly draws: number },
  excluded: GroupExclusions,
): TestOfGap {
  if (definition.metrics.every(isRateMetric) && source.table.weights === "none") {
    const kept = source.groups.flatMap((_, g) => (excluded.get(g) === "below-minimum-support" ? [] : [g]));
    const strata = definition.metrics.filter(isRateMetric).map((metric): PermutedStratum => {
      const counts = kept.map((g) => rateCounts(source.table, g, metric)).filter(({ n }) => n > 0);
      return { n: counts.map(({ n }) => n), successes: counts.map(({ successes }) => successes) };
    });
    if (strata.some(({ n }) => n.length < 2)) return { pValue: null, test: null };
    if (kept.length > MOST_SHUFFLED_GROUPS) return { pValue: groupAgainstRestTest(strata), test: "fisher-bonferroni" };
    const isFisher = strata.length === 1 && strata[0]!.n.length === 2;
    if (!isFisher && strata.every(isLarge)) return tukeyTest(source, definition, excluded);
    const sizes = strata.map(({ n }) => largestStudentised(n));
    const statistic = (rates: readonly Float64Array[]) =>
      rates.reduce((total, one, k) => {
        const size = sizes[k]!(one);
        return definition.combination === "mean" ? total + size : Math.max(total, size);
      }, 0);
    const { pValue, method } = permutationTest(strata, statistic, settings);
    return { pValue, test: method };
  }
  return tukeyTest(source, definition, excluded);
}

/** From so many successes and failures to expect in every group on, shuffled rates are normal for all purposes. */
const LARGE = 1000;

function isLarge({ n, successes }: PermutedStratum): boolean {
  const [rows, marked] = [n, successes].map((column) => column.reduce((sum, value) => sum + value, 0)) as [
    number,
    number,
  ];
  return (Math.min(...n) * Math.min(marked, rows - marked)) / rows >= LARGE;
}

function tukeyTest(source: MetricSource, definition: DisparityDefinition, excluded: GroupExclusions): TestOfGap {
  const groups = includedGroups(source, excluded);
  if (groups.length < 2) return { pValue: null, test: null };
  let largest = 0;
  for (const metric of definition.metrics) {
    const compared = comparedGroups(source, metric, 1, groups);
    if (!compared.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)))
      return { pValue: null, test: null };
    const tops = extremeGapGroups(compared, 1, ({ estimate, low }) => low - estimate);
    const bottoms = extremeGapGroups(compared, -1, ({ estimate, high }) => estimate - high);
    for (const a of tops) {
      for (const b of bottoms) {
        const error = Math.hypot(a.estimate - a.low, b.high - b.estimate);
        if (a !== b && error > 0) largest = Math.max(largest, (a.estimate - b.estimate) / error);
      }
    }
  }
  const inside = rangeCdf(largest, groups.length) ** definition.metrics.length;
  // Where the difference from 1 is rounding, all pairs' tails together: hardly more than the truth.
  const pairs = (groups.length * (groups.length - 1)) / 2;
  const tails = definition.metrics.length * pairs * 2 * normalCdf(-largest);
  return { pValue: 1 - inside > 1e-9 ? 1 - inside : Math.min(1e-9, tails), test: "tukey" };
}

/** With more groups than this, each is tested against the rest instead of shuffling them all. */
const MOST_SHUFFLED_GROUPS = 40;

/**
 * The largest difference of two rates in its standard errors, up to a factor that shuffling leaves as it is: with the
 * totals given the pooled rate is fixed. Without that, the smallest group would decide by its noise alone.
 */
function largestStudentised(n: readonly number[]): (rates: Float64Array) => number {
  const scale = n.map((a) => Float64Array.from(n, (b) => 1 / Math.sqrt(1 / a + 1 / b)));
  return (rates) => {
    let largest = 0;
    for (let i = 0; i < n.length; i++) {
      for (let j = 0; j < i; j++) largest = Math.max(largest, Math.abs(rates[i]! - rates[j]!) * scale[i]![j]!);
    }
    return largest;
  };
}
