import type { Group } from "../group/group.ts";
import { isRateMetric } from "../rate/count-metric.ts";
import type { Figure, UndefinedReason } from "../rate/figure.ts";
import { rateCounts } from "../rate/rate.ts";
import { correctedSpread } from "./corrected-spread.ts";
import { type DisparityDefinition, disparityDefinition } from "./disparity-definition.ts";
import type { Comparison, GapKind } from "./gap.ts";
import type { DifferenceInterval } from "./gap-interval.ts";
import { combinedSide, type GapSide, gapSide, pairSide } from "./gap-side.ts";
import { type GapTest, gapTest } from "./gap-test.ts";
import {
  type ExclusionReason,
  type GroupExclusions,
  groupExclusions,
  includedGroups,
  rowsOfGroup,
} from "./group-exclusions.ts";
import type { MetricSource } from "./metric-source.ts";

export interface DisparitySettings {
  readonly comparison: Comparison;
  /** Confidence of the interval, such as 0.95. */
  readonly level: number;
  /** Position of the reference group, where one is compared with. */
  readonly reference?: number;
  /** Groups with fewer rows are listed and left out; 0 leaves out none. */
  readonly minimumSupport?: number;
  readonly differenceInterval?: DifferenceInterval;
  readonly seed: number;
  /** Shufflings of a permutation test. */
  readonly draws?: number;
  /** "none" leaves the test out, which costs the most; where a figure must follow the hand. */
  readonly testing?: "shuffled" | "none";
}

/** A group's part in a disparity: its value, or why it has none. */
export interface ComparedGroup {
  readonly group: Group;
  readonly n: number;
  readonly estimates: { readonly [metric: string]: number | null };
  /** At the ends of the gap, or the reference; a group between has none. */
  readonly part?: "highest" | "lowest" | "furthest" | "reference";
  readonly excluded?: ExclusionReason;
}

export type Disparity = Figure & {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly comparison: Comparison;
  readonly kind: GapKind;
  /** Of the hypothesis that all groups have one rate; null where there is no test. */
  readonly pValue: number | null;
  readonly test: GapTest | null;
  /** Standard deviation between the groups' rates without what chance adds; null where it is not a single rate. */
  readonly debiased: number | null;
  readonly groups: readonly ComparedGroup[];
};

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
  const support = settings.minimumSupport ?? 0;
  const excluded = groupExclusions(source, definition.metrics, support);
  const sides = definition.metrics.map((metric) =>
    gapSide(source, metric, definition, settings, share, groupExclusions(source, [metric], support)),
  );
  const about = { name, attributes: source.attributes, comparison, kind: definition.kind };
  const combined =
    definition.combination === "mean-of-pair"
      ? pairSide(source, definition, settings, share, excluded)
      : combinedSide(sides, definition, comparison);
  const groups = source.groups.map((group, g): ComparedGroup => {
    const measured = definition.metrics.map((metric) => source.measure(metric, 1)[g]!);
    const part = partOf(g, combined, definition.kind, comparison, settings.reference);
    const reason = excluded.get(g);
    return {
      group,
      n: rowsOfGroup(source, g),
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
    ...(settings.testing === "none" ? NO_TEST : gapTest(source, definition, settings, excluded)),
    debiased: spreadOf(source, definition, excluded),
    groups,
  };
}

const NO_TEST = { pValue: null, test: null } as const;

function partOf(
  g: number,
  side: GapSide | null,
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
  excluded: GroupExclusions,
): UndefinedReason {
  if (comparison === "to-reference" && (reference === undefined || source.groups[reference] === undefined))
    return "no-such-group";
  const left = includedGroups(source, excluded).length;
  const [reason] = excluded.values();
  if (left < 2) return left === 0 && reason && reason !== "below-minimum-support" ? reason : "fewer-than-two-groups";
  const overall = metrics.map((metric) => source.measure(metric, 1).at(-1)!).find(({ estimate }) => estimate === null);
  return overall?.estimate === null ? overall.reason : "zero-reference";
}

function spreadOf(
  source: MetricSource,
  { metrics, kind }: DisparityDefinition,
  excluded: GroupExclusions,
): number | null {
  const [metric] = metrics;
  if (kind === "ratio" || metrics.length > 1 || metric === undefined || !isRateMetric(metric)) return null;
  const groups = includedGroups(source, excluded).map((g) => {
    const { rate, effectiveN } = rateCounts(source.table, g, metric);
    return { rate, n: effectiveN };
  });
  return correctedSpread(groups)?.spread ?? null;
}
