import { fisherExactTest } from "../../stats/fisher-exact-test.ts";
import { katzInterval } from "../../stats/katz-interval.ts";
import { koopmanInterval } from "../../stats/koopman-interval.ts";

/** Selected among applicants: people, or sums of their weights. */
export interface CountedSelection {
  readonly selected: number;
  readonly applicants: number;
  /** Rows that the applicants are worth: their number, or Kish's. */
  readonly effective: number;
}

/** Selection of one group beside another's. */
export interface ImpactComparison {
  /** Selection rate ÷ the reference's, with Katz's interval at 95 %; without anybody selected Koopman's. */
  readonly impactRatio: number;
  readonly low: number;
  readonly high: number;
  /** Below four fifths, compared in whole numbers: exactly 0.80 is not below. */
  readonly fourFifths: "below" | "not-below";
  /** Difference in standard deviations of the pooled rate, and of the hypergeometric law. */
  readonly z: number | null;
  readonly hypergeometricSd: number | null;
  readonly fisherTwoSided: number;
  readonly fisherLess: number;
  readonly midLess: number;
  /** |z| above 1.96; where an expected count is below 5, Fisher's two-sided p below 0.05 instead. */
  readonly statistics: "significant" | "not-significant";
  readonly decidedBy: "two-standard-deviations" | "fisher";
  /** Selections that the joint rate of both groups would give, less those made. */
  readonly shortfall: number;
  /** If one selection had gone from the reference to this group. */
  readonly ifOneMoved: { readonly impactRatio: number | null; readonly reaches: "parity" | "four-fifths" | "neither" };
}

/**
 * Everything that is asked of two selection rates, counts being whole people or sums of weights.
 *
 * @param reference - with a selection rate above 0
 * @example
 * const [group, reference] = [{ selected: 30, applicants: 90, effective: 90 }, { selected: 48, applicants: 80, effective: 80 }];
 * impactComparison(group, reference).z // => -3.482717
 */
export function impactComparison(group: CountedSelection, reference: CountedSelection): ImpactComparison {
  const [[x, n], [xr, nr]] = [effectiveCounts(group), effectiveCounts(reference)];
  const all = n + nr;
  const selected = x + xr;
  const expected = (n * selected) / all;
  const pooled = selected / all;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / nr));
  const hypergeometric = Math.sqrt((n * nr * selected * (all - selected)) / (all * all * (all - 1)));
  const z = deviation > 0 ? (x / n - xr / nr) / deviation : null;
  // Exact tests are about whole people.
  const exact = fisherExactTest([whole(x, n), whole(xr, nr)]);
  const smallest = Math.min(n, nr) * Math.min(pooled, 1 - pooled);
  const decidedBy = smallest < 5 || z === null ? "fisher" : "two-standard-deviations";
  const significant = decidedBy === "fisher" ? exact.twoSided < 0.05 : Math.abs(z!) > 1.96;
  const interval = x > 0 ? katzInterval : koopmanInterval;
  const [low, high] = interval({ successes: x, n }, { successes: xr, n: nr });
  const moved = xr > 1 ? ((x + 1) * nr) / ((xr - 1) * n) : null;
  return {
    impactRatio: (group.selected * reference.applicants) / (reference.selected * group.applicants),
    low,
    high,
    fourFifths: isBelowFourFifths(group, reference) ? "below" : "not-below",
    z,
    hypergeometricSd: hypergeometric > 0 ? (x - expected) / hypergeometric : null,
    fisherTwoSided: exact.twoSided,
    fisherLess: exact.less,
    midLess: exact.midLess,
    statistics: significant ? "significant" : "not-significant",
    decidedBy,
    shortfall: shortfallOf(group, reference),
    ifOneMoved: {
      impactRatio: moved,
      reaches:
        xr <= 1 || (x + 1) * nr >= (xr - 1) * n
          ? "parity"
          : 5 * (x + 1) * nr >= 4 * (xr - 1) * n
            ? "four-fifths"
            : "neither",
    },
  };
}

/** Selected and applicants in the rows that they are worth. */
function effectiveCounts({ selected, applicants, effective }: CountedSelection): [x: number, n: number] {
  return effective === applicants ? [selected, applicants] : [(selected / applicants) * effective, effective];
}

function whole(x: number, n: number): [selected: number, rejected: number] {
  const [selected, rows] = [Math.round(x), Math.round(n)];
  return [selected, Math.max(0, rows - selected)];
}

function shortfallOf(group: CountedSelection, reference: CountedSelection): number {
  const rate = (group.selected + reference.selected) / (group.applicants + reference.applicants);
  return group.applicants * rate - group.selected;
}

/** 5 · selected · reference applicants < 4 · reference selected · applicants: of people whole numbers, so that 0.80 is exact. */
function isBelowFourFifths(group: CountedSelection, reference: CountedSelection): boolean {
  const [left, right] = [5 * group.selected * reference.applicants, 4 * reference.selected * group.applicants];
  const weighted = group.effective !== group.applicants || reference.effective !== reference.applicants;
  return weighted ? left < right * (1 - 1e-12) : left < right;
}
