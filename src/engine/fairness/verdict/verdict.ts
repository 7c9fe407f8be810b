import { normalQuantile } from "../../stats/normal-quantile.ts";
import { type Disparity, type DisparitySettings, measureDisparity } from "../disparity/disparity.ts";
import type { ExclusionReason } from "../disparity/group-exclusions.ts";
import type { MetricSource } from "../disparity/metric-source.ts";
import type { Group } from "../group/group.ts";
import { checkDisparityLimit, type DisparityLimit } from "./disparity-limit.ts";
import { disparitySize } from "./disparity-size.ts";
import { type Verdict, verdictAt } from "./verdict-at.ts";

/** Whether the limit was written before anybody could know how it would turn out. */
type LimitTiming = "before-the-data" | "after-the-data" | "unknown";

export interface JudgedDisparity {
  readonly verdict: Verdict;
  readonly limit: DisparityLimit;
  readonly limitSet: LimitTiming;
  /** The disparity with the interval that decides: at level 1 − 2α. */
  readonly disparity: Disparity;
  /** Rows in the denominator of each of the groups that would decide with a power of 80 %; null where it is decided or no number would do. */
  readonly requiredN: number | null;
  /** Groups that nothing is known of, because of which "within" cannot be said. */
  readonly unknownGroups: readonly { readonly group: Group; readonly reason: ExclusionReason }[];
}

export interface VerdictSettings extends Omit<DisparitySettings, "level"> {
  /** Chance of a wrong "within" at the limit, and of a wrong "outside". */
  readonly alpha?: number;
  /** Day on which the decisions were first looked at, YYYY-MM-DD. */
  readonly dataSeenOn?: string;
}

const POWER = 0.8;

/**
 * Judges a disparity against a limit by equivalence test (Schuirmann's two one-sided tests): "within" if the interval at
 * level 1 − 2α lies inside the limit, "outside" if it lies beyond, else "not-enough-evidence". Absence of significance is
 * never taken for "within", and neither is a group that has no value or was left out.
 *
 * @throws RangeError when the limit lacks its purpose, rationale, approver or date, or its bound is out of range
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(60, 30, 32, 48), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * const limit = { disparity: "demographicParityRatio", bound: 0.8, purpose: "hiring", rationale: "four-fifths", approvedBy: "mara", approvedOn: "2026-03-02" };
 * judgeDisparity(source, limit, { comparison: "between-groups", seed: 1 }).verdict // => "outside"
 */
export function judgeDisparity(
  source: MetricSource,
  limit: DisparityLimit,
  settings: VerdictSettings,
): JudgedDisparity {
  const { alpha = 0.05, dataSeenOn, ...rest } = settings;
  const disparity = measureDisparity(source, limit.disparity, { ...rest, level: 1 - 2 * alpha });
  checkDisparityLimit(limit, disparity.kind);
  const unknownGroups = disparity.groups.flatMap(({ group, excluded }) =>
    excluded === undefined ? [] : [{ group, reason: excluded }],
  );
  const verdict = verdictAt(disparity, limit.bound, unknownGroups.length);
  return {
    verdict,
    limit,
    limitSet:
      dataSeenOn === undefined ? "unknown" : limit.approvedOn < dataSeenOn ? "before-the-data" : "after-the-data",
    disparity,
    requiredN: verdict === "not-enough-evidence" ? requiredRows(disparity, limit.bound, alpha) : null,
    unknownGroups,
  };
}

/**
 * Rows that would part the disparity from its limit: n (z₁₋α + z₁₋β)² (se ÷ distance)², of ratios on the logarithm, n
 * being the rows a group has now. For two groups of one size that is (z₁₋α + z₁₋β)² (p₁q₁ + p₂q₂) ÷ distance².
 */
function requiredRows(disparity: Disparity, bound: number, alpha: number): number | null {
  const z = normalQuantile(1 - alpha) + normalQuantile(POWER);
  const ends = disparity.groups.filter(({ part, excluded }) => part !== undefined && excluded === undefined);
  const size = disparitySize(disparity);
  if (size === null || size.estimate === bound) return null;
  const rates = ends.map(({ estimates }) => Object.values(estimates)[0]);
  const [p, q] = rates;
  const single = ends.length === 2 && Object.keys(ends[0]!.estimates).length === 1;
  if (single && typeof p === "number" && typeof q === "number" && p <= 1 && q <= 1) {
    if (disparity.kind === "difference") {
      const variance = p * (1 - p) + q * (1 - q);
      return Math.max(2, Math.ceil((z * z * variance) / (bound - size.estimate) ** 2));
    }
    if (!(p > 0 && q > 0)) return null;
    const variance = (1 - p) / p + (1 - q) / q;
    return Math.max(2, Math.ceil((z * z * variance) / (Math.log(bound) - Math.log(size.estimate)) ** 2));
  }
  const scale = disparity.kind === "difference" ? (x: number) => x : Math.log;
  const error = (scale(size.high) - scale(Math.max(size.low, 1e-300))) / (2 * normalQuantile(1 - alpha));
  const compared = disparity.groups.filter(({ excluded }) => excluded === undefined);
  const rows = compared.reduce((sum, { n }) => sum + n, 0) / compared.length;
  const needed = rows * ((z * error) / (scale(bound) - scale(size.estimate))) ** 2;
  return Number.isFinite(needed) ? Math.max(2, Math.ceil(needed)) : null;
}
