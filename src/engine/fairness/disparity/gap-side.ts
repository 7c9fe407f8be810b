import { normalQuantile } from "../../stats/normal-quantile.ts";
import { rangeCriticalValue } from "../../stats/range-critical-value.ts";
import type { Interval } from "../../stats/wilson-interval.ts";
import { isRateMetric } from "../rate/count-metric.ts";
import type { IntervalMethod } from "../rate/figure.ts";
import { comparedGroups } from "./compared-groups.ts";
import type { DisparityDefinition } from "./disparity-definition.ts";
import { type Comparison, type GapKind, type GapQuestion, gapOf } from "./gap.ts";
import { absoluteInterval, type Compared, type DifferenceInterval, gapInterval, pairInterval } from "./gap-interval.ts";
import { type GroupExclusions, includedGroups, rowsOfGroup } from "./group-exclusions.ts";
import type { MetricName, MetricSource } from "./metric-source.ts";
import { restOfGroups } from "./rest-of-groups.ts";

/** What groups are compared with. */
interface GapComparison {
  readonly comparison: Comparison;
  /** Position of the reference group, where one is compared with. */
  readonly reference?: number;
  readonly differenceInterval?: DifferenceInterval;
}

/** One metric's part in a disparity. */
export interface GapSide {
  readonly estimate: number;
  readonly interval: Interval;
  readonly method: IntervalMethod;
  readonly n: number;
  readonly of: number;
  readonly against: number | null;
}

/** Critical value under which k intervals hold together with the level, by Šidák's inequality. */
function sidakCritical(k: number, level: number): number {
  return normalQuantile((1 + level ** (1 / k)) / 2);
}

/**
 * The gap in one metric, with its interval.
 *
 * @param level - that the interval holds with
 * @returns null where nothing can be compared
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f", "m"] };
 * const decision = { name: "decision", role: "decision", values: ["0", "1"] };
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions: [sex, decision], codes, n: Float64Array.of(60, 30, 32, 48), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * const definition = disparityDefinition("demographicParityRatio");
 * gapSide(source, "selectionRate", definition, { comparison: "between-groups" }, 0.95, new Map()).of // => 0
 */
export function gapSide(
  source: MetricSource,
  metric: MetricName,
  { kind, combination }: DisparityDefinition,
  { comparison, reference, differenceInterval = "newcombe" }: GapComparison,
  level: number,
  excluded: GroupExclusions,
): GapSide | null {
  const groups = includedGroups(source, excluded);
  if (groups.length < 2) return null;
  const plain = source.measure(metric, 1);
  const values = source.groups.map((_, g) => (excluded.has(g) ? Number.NaN : (plain[g]!.estimate ?? Number.NaN)));
  const overall = plain.at(-1)!;
  const question: GapQuestion = {
    kind,
    comparison,
    ...(overall.estimate !== null && { overall: overall.estimate }),
    ...(reference !== undefined && { reference }),
  };
  const gap = gapOf(values, question);
  if (gap === null) return null;
  const n = groups.reduce((sum, g) => sum + (plain[g]!.estimate === null ? 0 : plain[g]!.n), 0);
  const pairMethod = (many: string) => {
    const base = isRateMetric(metric) ? (kind === "difference" ? differenceInterval : "koopman") : "mover";
    return (many + base) as IntervalMethod;
  };
  if (comparison === "between-groups") {
    const critical = rangeCriticalValue(groups.length, level);
    const interval = gapInterval(comparedGroups(source, metric, critical, groups), kind, critical, differenceInterval);
    return { ...gap, interval, method: pairMethod(groups.length > 2 ? "tukey-" : ""), n };
  }
  const others = groups.filter((g) => g !== gap.against);
  const critical = sidakCritical(comparison === "to-overall" ? groups.length : others.length, level);
  const intervals = others.map((g) =>
    comparison === "to-overall"
      ? overallInterval(source, metric, kind, critical, g, differenceInterval)
      : pairInterval(
          ...(comparedGroups(source, metric, critical, [g, gap.against!]) as [Compared, Compared]),
          kind,
          critical,
          differenceInterval,
        ),
  );
  const method = pairMethod("");
  if (comparison === "to-reference" && combination === "single") {
    return { ...gap, interval: intervals[others.indexOf(gap.of)]!, method, n };
  }
  const sizes = intervals.map((interval) => absoluteInterval(interval, kind));
  const size = kind === "difference" ? Math.abs(gap.estimate) : Math.min(gap.estimate, 1 / gap.estimate);
  return { ...gap, estimate: size, interval: widest(sizes, kind), method, n };
}

function widest(intervals: readonly Interval[], kind: GapKind): Interval {
  const pick = kind === "difference" ? Math.max : Math.min;
  return [pick(...intervals.map(([low]) => low)), pick(...intervals.map(([, high]) => high))];
}

/**
 * A group against all together, of which it is a part. For shares: all = π · group + (1 − π) · rest with the group's share
 * π of the denominator, so that it follows from group and rest, which are independent. For others as if they were
 * independent, which makes the interval too wide rather than too narrow.
 */
function overallInterval(
  source: MetricSource,
  metric: MetricName,
  kind: GapKind,
  critical: number,
  g: number,
  difference: DifferenceInterval,
): Interval {
  if (isRateMetric(metric)) {
    const split = restOfGroups(source.table, g, metric, critical);
    if (split !== null) {
      const { group, rest, share } = split;
      const [low, high] = pairInterval(group, rest, kind, critical, difference);
      if (kind === "difference") return [(1 - share) * low, (1 - share) * high];
      const ratio = (r: number) => (r === 0 ? 0 : 1 / (share + (1 - share) / r));
      return [ratio(low), ratio(high)];
    }
  }
  const [a, all] = comparedGroups(source, metric, critical, [g, source.groups.length]);
  return pairInterval(a!, all!, kind, critical, difference);
}

/** The gaps in several metrics as one: the worst of them, or their mean. Null if one of them is missing. */
export function combinedSide(
  sides: readonly (GapSide | null)[],
  { combination, kind }: DisparityDefinition,
  comparison: Comparison,
): GapSide | null {
  const [first] = sides;
  if (sides.length === 1 || first === undefined) return first ?? null;
  if (sides.some((side) => side === null)) return null;
  const all = sides as readonly GapSide[];
  const n = all.reduce((sum, side) => sum + side.n, 0);
  const method = first!.method;
  if (combination === "mean") {
    const mean = (pick: (side: GapSide) => number) => all.reduce((sum, side) => sum + pick(side), 0) / all.length;
    const interval: Interval = [mean((side) => side.interval[0]), mean((side) => side.interval[1])];
    return { estimate: mean((side) => side.estimate), interval, method, n, of: -1, against: null };
  }
  const worse = (a: GapSide, b: GapSide) => (kind === "difference" ? b.estimate > a.estimate : b.estimate < a.estimate);
  const worst = all.reduce((a, b) => (worse(a, b) ? b : a));
  const interval = widest(
    all.map((side) => side.interval),
    kind,
  );
  return { ...worst, interval, n, ...(comparison === "to-reference" && { against: worst.against }) };
}

/** Mean over the metrics of the absolute differences of one pair of groups, of the pair where it is largest. */
export function pairSide(
  source: MetricSource,
  { metrics, kind }: DisparityDefinition,
  { comparison, reference, differenceInterval = "newcombe" }: GapComparison,
  level: number,
  excluded: GroupExclusions,
): GapSide | null {
  const groups = includedGroups(source, excluded);
  const all = source.groups.length;
  if (comparison === "between-groups" && groups.length > MOST_PAIRED_GROUPS) {
    return pairSideOfMany(source, metrics, level, groups);
  }
  const pairs = groups.flatMap((i, k): [number, number][] => {
    if (comparison === "between-groups") return groups.slice(k + 1).map((j): [number, number] => [i, j]);
    if (comparison === "to-overall") return [[i, all]];
    return i === reference || reference === undefined || excluded.has(reference) ? [] : [[i, reference]];
  });
  if (groups.length < 2 || pairs.length === 0) return null;
  const critical =
    comparison === "between-groups" ? rangeCriticalValue(groups.length, level) : sidakCritical(pairs.length, level);
  let worst = { estimate: -1, of: -1, against: -1 };
  const ends: Interval[] = [];
  for (const [i, j] of pairs) {
    let [estimate, low, high] = [0, 0, 0];
    for (const metric of metrics) {
      const [a, b] = comparedGroups(source, metric, critical, [i, j]) as [Compared, Compared];
      const interval = absoluteInterval(
        j === all
          ? overallInterval(source, metric, kind, critical, i, differenceInterval)
          : pairInterval(a, b, kind, critical, differenceInterval),
        kind,
      );
      estimate += Math.abs(a.estimate - b.estimate) / metrics.length;
      low += interval[0] / metrics.length;
      high += interval[1] / metrics.length;
    }
    ends.push([low, high]);
    if (estimate > worst.estimate) worst = { estimate, of: i, against: j };
  }
  const n = groups.reduce((sum, g) => sum + rowsOfGroup(source, g), 0);
  return {
    ...worst,
    interval: widest(ends, kind),
    method: comparison === "between-groups" ? `tukey-${differenceInterval}` : differenceInterval,
    n,
  };
}

/** With more groups than this, pairs are not gone through one by one. */
const MOST_PAIRED_GROUPS = 100;

/**
 * The same for many groups: |Δx| + |Δy| is largest where x + y or x − y ranges furthest. The interval reaches from what the
 * worst pair has at least to the mean of what each metric has at most, which is wide.
 */
function pairSideOfMany(
  source: MetricSource,
  metrics: readonly MetricName[],
  level: number,
  groups: readonly number[],
): GapSide {
  const critical = rangeCriticalValue(groups.length, level);
  const columns = metrics.map((metric) => comparedGroups(source, metric, critical, groups));
  let worst = { estimate: -1, of: 0, against: 0 };
  for (let signs = 0; signs < 2 ** (metrics.length - 1); signs++) {
    const along = groups.map((_, k) =>
      columns.reduce((sum, column, m) => sum + ((signs >> m) & 1 ? -1 : 1) * column[k]!.estimate, 0),
    );
    let [of, against] = [0, 0];
    for (const [k, value] of along.entries()) {
      if (value > along[of]!) of = k;
      if (value < along[against]!) against = k;
    }
    const estimate = (along[of]! - along[against]!) / metrics.length;
    if (estimate > worst.estimate) worst = { estimate, of, against };
  }
  const mean = (end: (column: readonly Compared[]) => number) =>
    columns.reduce((sum, column) => sum + end(column) / metrics.length, 0);
  const low = mean((column) => {
    const [a, b] = [column[worst.of]!, column[worst.against]!];
    return absoluteInterval(pairInterval(a, b, "difference", critical), "difference")[0];
  });
  return {
    estimate: worst.estimate,
    interval: [low, mean((column) => gapInterval(column, "difference", critical)[1])],
    method: "tukey-newcombe",
    n: groups.reduce((sum, g) => sum + rowsOfGroup(source, g), 0),
    of: groups[worst.of]!,
    against: groups[worst.against]!,
  };
}
