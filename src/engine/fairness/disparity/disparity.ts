import { normalQuantile } from "../../stats/normal-quantile.ts";
import { rangeCdf, rangeCriticalValue } from "../../stats/range-critical-value.ts";
import type { Interval } from "../../stats/wilson-interval.ts";
import type { Group } from "../group/group.ts";
import { isRateMetric } from "../rate/count-metric.ts";
import type { Figure, IntervalMethod, UndefinedReason } from "../rate/figure.ts";
import { rateCounts } from "../rate/rate.ts";
import { correctedSpread } from "./corrected-spread.ts";
import { type DisparityDefinition, disparityDefinition } from "./disparity-definition.ts";
import { type Comparison, type GapKind, type GapQuestion, gapOf } from "./gap.ts";
import { absoluteInterval, type Compared, gapInterval, pairInterval } from "./gap-interval.ts";
import type { MetricName, MetricSource } from "./metric-source.ts";
import { type PermutedStratum, permutationTest } from "./permutation-test.ts";
import { restOfGroups } from "./rest-of-groups.ts";

export interface DisparitySettings {
  readonly comparison: Comparison;
  /** Confidence of the interval, such as 0.95. */
  readonly level: number;
  /** Position of the reference group, where one is compared with. */
  readonly reference?: number;
  /** Groups with fewer rows are listed and left out; 0 leaves out none. */
  readonly minimumSupport?: number;
  readonly seed: number;
  /** Shufflings of a permutation test. */
  readonly draws?: number;
}

/** Why a group takes no part in a disparity. */
export type ExclusionReason = UndefinedReason | "below-minimum-support";

/** A group's part in a disparity: its value, or why it has none. */
export interface ComparedGroup {
  readonly group: Group;
  readonly n: number;
  readonly estimates: { readonly [metric: string]: number | null };
  /** At the ends of the gap, or the reference; a group between has none. */
  readonly part?: "highest" | "lowest" | "furthest" | "reference";
  readonly excluded?: ExclusionReason;
}

export type DisparityTest = "fisher" | "permutation" | "tukey";

export type Disparity = Figure & {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly comparison: Comparison;
  readonly kind: GapKind;
  /** Of the hypothesis that all groups have one rate; null where there is no test. */
  readonly pValue: number | null;
  readonly test: DisparityTest | null;
  /** Standard deviation between the groups' rates without what chance adds; null where it is not a single rate. */
  readonly debiased: number | null;
  readonly groups: readonly ComparedGroup[];
};

/** One metric's part in a disparity. */
interface Side {
  readonly estimate: number;
  readonly interval: Interval;
  readonly method: IntervalMethod;
  readonly n: number;
  readonly of: number;
  readonly against: number | null;
}

/**
 * A disparity between the groups of a source, with an interval for the true gap, a test that there is none, and the
 * groups that take no part.
 *
 * The estimate is the plain gap, {@link gapOf}. Between groups its interval is the widest of all pairs' at Tukey's
 * critical value, so that it holds for the largest gap; against all or a reference, at Šidák's. Where several metrics
 * make one disparity, each takes the root of the level: they share no row.
 *
 * @throws RangeError when the name is not known
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(60, 30, 32, 48), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * const { low, high } = measureDisparity(source, "demographicParityDifference", { comparison: "between-groups", level: 0.95, seed: 1 });
 * [low, high] // => [0.116684, 0.400688]
 */
export function measureDisparity(source: MetricSource, name: string, settings: DisparitySettings): Disparity {
  const definition = disparityDefinition(name);
  const { level, comparison } = settings;
  const share = definition.metrics.length > 1 ? level ** (1 / definition.metrics.length) : level;
  const excluded = exclusions(source, definition.metrics, settings);
  const sides = definition.metrics.map((metric) =>
    sideOf(source, metric, definition, settings, share, exclusions(source, [metric], settings)),
  );
  const about = { name, attributes: source.attributes, comparison, kind: definition.kind };
  const combined =
    definition.combination === "mean-of-pair"
      ? meanOfPair(source, definition, settings, share, excluded)
      : combine(sides, definition, comparison);
  const groups = source.groups.map((group, g): ComparedGroup => {
    const measured = definition.metrics.map((metric) => source.measure(metric, 1)[g]!);
    const part = partOf(g, combined, definition.kind, comparison, settings.reference);
    const reason = excluded.get(g);
    return {
      group,
      n: rowsOf(source, g),
      estimates: Object.fromEntries(definition.metrics.map((metric, k) => [metric, measured[k]!.estimate])),
      ...(part && { part }),
      ...(reason && { excluded: reason }),
    };
  });
  if (combined === null) {
    const reason = missingReason(source, definition, settings, excluded);
    return { estimate: null, reason, ...about, pValue: null, test: null, debiased: null, groups };
  }
  const { estimate, interval, method, n } = combined;
  const [low, high] = interval;
  const finite = Number.isFinite(low) && Number.isFinite(high);
  return {
    estimate,
    ...(finite
      ? { low, high, method }
      : { low: null, high: null, method: "none" as const, reason: "no interval: too few rows" }),
    level,
    n,
    ...about,
    ...testOf(source, definition, settings, excluded),
    debiased: spreadOf(source, definition, excluded),
    groups,
  };
}

function rowsOf(source: MetricSource, group: number): number {
  const { n } = source.table;
  let rows = 0;
  for (let outcome = 0; outcome < 9; outcome++) rows += n[group * 9 + outcome]!;
  return rows;
}

function exclusions(source: MetricSource, metrics: readonly MetricName[], { minimumSupport = 0 }: DisparitySettings) {
  const excluded = new Map<number, ExclusionReason>();
  for (let g = 0; g < source.groups.length; g++) {
    const measured = metrics.map((metric) => source.measure(metric, 1)[g]!).find(({ estimate }) => estimate === null);
    if (measured?.estimate === null) excluded.set(g, measured.reason);
    if (rowsOf(source, g) < minimumSupport) excluded.set(g, "below-minimum-support");
  }
  return excluded;
}

/** Rate and effective rows behind a measured group, where the metric is a single share. */
function proportionOf(source: MetricSource, metric: MetricName, group: number) {
  if (!isRateMetric(metric)) return {};
  const { rate, effectiveN } = rateCounts(source.table, group, metric);
  return { proportion: { successes: rate * effectiveN, n: effectiveN } };
}

function comparedAt(source: MetricSource, metric: MetricName, critical: number, groups: readonly number[]): Compared[] {
  const measured = source.measure(metric, critical);
  return groups.map((g) => {
    const one = measured[g]!;
    if (one.estimate === null) throw new RangeError(`group without a value: ${g}`);
    return { ...one, ...proportionOf(source, metric, g) };
  });
}

/** Critical value under which k intervals hold together with the level, by Šidák's inequality. */
function sidakCritical(k: number, level: number): number {
  return normalQuantile((1 + level ** (1 / k)) / 2);
}

function included(source: MetricSource, excluded: ReadonlyMap<number, ExclusionReason>): number[] {
  return source.groups.flatMap((_, g) => (excluded.has(g) ? [] : [g]));
}

function sideOf(
  source: MetricSource,
  metric: MetricName,
  { kind, combination }: DisparityDefinition,
  { comparison, reference }: DisparitySettings,
  level: number,
  excluded: ReadonlyMap<number, ExclusionReason>,
): Side | null {
  const groups = included(source, excluded);
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
    const base = isRateMetric(metric) ? (kind === "difference" ? "newcombe" : "koopman") : "mover";
    return (many + base) as IntervalMethod;
  };
  if (comparison === "between-groups") {
    const critical = rangeCriticalValue(groups.length, level);
    const interval = gapInterval(comparedAt(source, metric, critical, groups), kind, critical);
    return { ...gap, interval, method: pairMethod(groups.length > 2 ? "tukey-" : ""), n };
  }
  const others = groups.filter((g) => g !== gap.against);
  const critical = sidakCritical(comparison === "to-overall" ? groups.length : others.length, level);
  const intervals = others.map((g) =>
    comparison === "to-overall"
      ? overallInterval(source, metric, kind, critical, g)
      : pairInterval(
          ...(comparedAt(source, metric, critical, [g, gap.against!]) as [Compared, Compared]),
          kind,
          critical,
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
): Interval {
  if (isRateMetric(metric)) {
    const split = restOfGroups(source.table, g, metric, critical);
    if (split !== null) {
      const { group, rest, share } = split;
      const [low, high] = pairInterval(group, rest, kind, critical);
      if (kind === "difference") return [(1 - share) * low, (1 - share) * high];
      const ratio = (r: number) => (r === 0 ? 0 : 1 / (share + (1 - share) / r));
      return [ratio(low), ratio(high)];
    }
  }
  const [a, all] = comparedAt(source, metric, critical, [g, source.groups.length]);
  return pairInterval(a!, all!, kind, critical);
}

function combine(
  sides: readonly (Side | null)[],
  { combination, kind }: DisparityDefinition,
  comparison: Comparison,
): Side | null {
  const [first] = sides;
  if (sides.length === 1 || first === undefined) return first ?? null;
  if (sides.some((side) => side === null)) return null;
  const all = sides as readonly Side[];
  const n = all.reduce((sum, side) => sum + side.n, 0);
  const method = first!.method;
  if (combination === "mean") {
    const mean = (pick: (side: Side) => number) => all.reduce((sum, side) => sum + pick(side), 0) / all.length;
    const interval: Interval = [mean((side) => side.interval[0]), mean((side) => side.interval[1])];
    return { estimate: mean((side) => side.estimate), interval, method, n, of: -1, against: null };
  }
  const worse = (a: Side, b: Side) => (kind === "difference" ? b.estimate > a.estimate : b.estimate < a.estimate);
  const worst = all.reduce((a, b) => (worse(a, b) ? b : a));
  const interval = widest(
    all.map((side) => side.interval),
    kind,
  );
  return { ...worst, interval, n, ...(comparison === "to-reference" && { against: worst.against }) };
}

/** Mean over the metrics of the absolute differences of one pair of groups; the pair where it is largest. */
function meanOfPair(
  source: MetricSource,
  { metrics, kind }: DisparityDefinition,
  { comparison, reference }: DisparitySettings,
  level: number,
  excluded: ReadonlyMap<number, ExclusionReason>,
): Side | null {
  const groups = included(source, excluded);
  const all = source.groups.length;
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
      const [a, b] = comparedAt(source, metric, critical, [i, j]) as [Compared, Compared];
      const interval = absoluteInterval(
        j === all ? overallInterval(source, metric, kind, critical, i) : pairInterval(a, b, kind, critical),
        kind,
      );
      estimate += Math.abs(a.estimate - b.estimate) / metrics.length;
      low += interval[0] / metrics.length;
      high += interval[1] / metrics.length;
    }
    ends.push([low, high]);
    if (estimate > worst.estimate) worst = { estimate, of: i, against: j };
  }
  const n = groups.reduce((sum, g) => sum + rowsOf(source, g), 0);
  return {
    ...worst,
    interval: widest(ends, kind),
    method: comparison === "between-groups" ? "tukey-newcombe" : "newcombe",
    n,
  };
}

function partOf(
  g: number,
  side: Side | null,
  kind: GapKind,
  comparison: Comparison,
  reference: number | undefined,
): ComparedGroup["part"] {
  if (comparison === "to-reference" && g === reference) return "reference";
  if (side === null || side.of < 0) return undefined;
  if (comparison !== "between-groups") return g === side.of ? "furthest" : undefined;
  const [highest, lowest] = kind === "difference" ? [side.of, side.against] : [side.against, side.of];
  return g === highest ? "highest" : g === lowest ? "lowest" : undefined;
}

function missingReason(
  source: MetricSource,
  { metrics }: DisparityDefinition,
  { comparison, reference }: DisparitySettings,
  excluded: ReadonlyMap<number, ExclusionReason>,
): UndefinedReason {
  if (comparison === "to-reference" && (reference === undefined || source.groups[reference] === undefined))
    return "no-such-group";
  const left = included(source, excluded).length;
  const [reason] = excluded.values();
  if (left < 2) return left === 0 && reason && reason !== "below-minimum-support" ? reason : "fewer-than-two-groups";
  const overall = metrics.map((metric) => source.measure(metric, 1).at(-1)!).find(({ estimate }) => estimate === null);
  return overall?.estimate === null ? overall.reason : "zero-reference";
}

/** A test that all groups have one rate: by shuffling where it is about counted shares, else Tukey's. */
function testOf(
  source: MetricSource,
  definition: DisparityDefinition,
  { seed, draws }: DisparitySettings,
  excluded: ReadonlyMap<number, ExclusionReason>,
): { pValue: number | null; test: DisparityTest | null } {
  if (definition.metrics.every(isRateMetric) && source.table.weights === "none") {
    const kept = source.groups.flatMap((_, g) => (excluded.get(g) === "below-minimum-support" ? [] : [g]));
    const strata = definition.metrics.filter(isRateMetric).map((metric): PermutedStratum => {
      const counts = kept.map((g) => rateCounts(source.table, g, metric)).filter(({ n }) => n > 0);
      return { n: counts.map(({ n }) => n), successes: counts.map(({ successes }) => successes) };
    });
    if (strata.some(({ n }) => n.length < 2)) return { pValue: null, test: null };
    const size = (rates: Float64Array) =>
      rates.reduce((a, b) => Math.max(a, b)) - rates.reduce((a, b) => Math.min(a, b));
    const statistic = (rates: readonly Float64Array[]) =>
      definition.combination === "mean" ? rates.reduce((sum, one) => sum + size(one), 0) : Math.max(...rates.map(size));
    const { pValue, method } = permutationTest(strata, statistic, { seed, ...(draws !== undefined && { draws }) });
    return { pValue, test: method };
  }
  const groups = included(source, excluded);
  if (groups.length < 2) return { pValue: null, test: null };
  let largest = 0;
  for (const metric of definition.metrics) {
    const compared = comparedAt(source, metric, 1, groups);
    for (const [k, a] of compared.entries()) {
      for (const b of compared.slice(k + 1)) {
        const [up, down] = a.estimate >= b.estimate ? [a, b] : [b, a];
        const error = Math.hypot(up.estimate - up.low, down.high - down.estimate);
        if (error > 0) largest = Math.max(largest, (up.estimate - down.estimate) / error);
      }
    }
  }
  return { pValue: 1 - rangeCdf(largest, groups.length) ** definition.metrics.length, test: "tukey" };
}

function spreadOf(
  source: MetricSource,
  { metrics, kind }: DisparityDefinition,
  excluded: ReadonlyMap<number, ExclusionReason>,
): number | null {
  const [metric] = metrics;
  if (kind === "ratio" || metrics.length > 1 || metric === undefined || !isRateMetric(metric)) return null;
  const groups = included(source, excluded).map((g) => {
    const { rate, effectiveN } = rateCounts(source.table, g, metric);
    return { rate, n: effectiveN };
  });
  return correctedSpread(groups)?.spread ?? null;
}
