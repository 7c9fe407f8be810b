import { fisherExactTest } from "../../stats/fisher-exact-test.ts";
import { katzInterval } from "../../stats/katz-interval.ts";
import { koopmanInterval } from "../../stats/koopman-interval.ts";
import { MISSING } from "../cube/decision-cube.ts";
import type { Group } from "../group/group.ts";
import type { OutcomeTable } from "../rate/outcome-table.ts";
import { rateCounts } from "../rate/rate.ts";

/** One group beside the group with the highest selection rate. */
interface FourFifthsRow {
  readonly group: Group;
  readonly applicants: number;
  readonly selected: number;
  /** Null without applicants. */
  readonly selectionRate: number | null;
  /** Share of all applicants whose group is known. */
  readonly share: number;
  /** Why it is not compared; a reference and small groups are listed all the same. */
  readonly role: "reference" | "compared" | "below-two-percent" | "unknown-group";
  readonly comparison: FourFifthsComparison | null;
}

interface FourFifthsComparison {
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

/** Four-fifths rule for every group, as data; it judges nothing. */
export interface FourFifths {
  readonly rows: readonly FourFifthsRow[];
  readonly reference: Group | null;
  readonly unknownApplicants: number;
}

/**
 * The four-fifths rule of the US Uniform Guidelines, 29 CFR 1607.4(D), with what courts and agencies ask beside it: two
 * standard deviations (Castaneda, Hazelwood), Fisher's exact test, the shortfall, and whether one person would turn it
 * (Questions and Answers 21). Reference: the group with the highest rate, whatever its size.
 *
 * Rows whose group is not known are counted, and not compared. Counts only; weights are not asked.
 *
 * @param omitBelow - groups with a smaller share of the applicants are not compared, nor taken as reference; 0.02 is usual
 * @example
 * const counts = (...groups) => Float64Array.from([...groups, [0, 0]].flatMap(([x, n]) => [0, 0, 0, x, n - x, 0, 0, 0, 0]));
 * const n = counts([30, 90], [48, 80]);
 * const table = { attributes: ["sex"], groups: [{ sex: "f" }, { sex: "m" }], n, weight: n, weightSquares: n, weights: "none" };
 * const found = fourFifths(table).rows[0].comparison;
 * [found.z, found.shortfall] // => [-3.482717, 11.294118]
 */
export function fourFifths(table: OutcomeTable, { omitBelow = 0.02 }: { omitBelow?: number } = {}): FourFifths {
  const counts = table.groups.map((group, g) => {
    const { successes: selected, n: applicants } = rateCounts(table, g, "selectionRate");
    return { group, selected, applicants, known: !Object.values(group).includes(MISSING) };
  });
  const total = counts.reduce((sum, { applicants, known }) => sum + (known ? applicants : 0), 0);
  const eligible = counts.filter(({ applicants, known }) => known && applicants > 0 && applicants >= omitBelow * total);
  const reference = eligible.reduce<(typeof counts)[number] | null>(
    (best, one) => (best === null || one.selected * best.applicants > best.selected * one.applicants ? one : best),
    null,
  );
  const rows = counts.map((one): FourFifthsRow => {
    const { group, selected, applicants, known } = one;
    const role = !known
      ? "unknown-group"
      : one === reference
        ? "reference"
        : eligible.includes(one)
          ? "compared"
          : "below-two-percent";
    const comparable = role === "compared" && reference !== null && reference.selected > 0;
    return {
      group,
      applicants,
      selected,
      selectionRate: applicants > 0 ? selected / applicants : null,
      share: known ? applicants / total : 0,
      role,
      comparison: comparable ? compare(one, reference) : null,
    };
  });
  const unknownApplicants = counts.reduce((sum, { applicants, known }) => sum + (known ? 0 : applicants), 0);
  return { rows, reference: reference?.group ?? null, unknownApplicants };
}

interface Counted {
  readonly selected: number;
  readonly applicants: number;
}

function compare(group: Counted, reference: Counted): FourFifthsComparison {
  const [x, n, xr, nr] = [group.selected, group.applicants, reference.selected, reference.applicants];
  const all = n + nr;
  const selected = x + xr;
  const expected = (n * selected) / all;
  const pooled = selected / all;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / nr));
  const hypergeometric = Math.sqrt((n * nr * selected * (all - selected)) / (all * all * (all - 1)));
  const z = deviation > 0 ? (x / n - xr / nr) / deviation : null;
  const exact = fisherExactTest([
    [x, n - x],
    [xr, nr - xr],
  ]);
  const smallest = Math.min(n, nr) * Math.min(pooled, 1 - pooled);
  const decidedBy = smallest < 5 || z === null ? "fisher" : "two-standard-deviations";
  const significant = decidedBy === "fisher" ? exact.twoSided < 0.05 : Math.abs(z!) > 1.96;
  const interval = x > 0 ? katzInterval : koopmanInterval;
  const [low, high] = interval({ successes: x, n }, { successes: xr, n: nr });
  const moved = xr > 1 ? ((x + 1) * nr) / ((xr - 1) * n) : null;
  return {
    impactRatio: (x * nr) / (xr * n),
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
    shortfall: expected - x,
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

/** 5 · selected · reference applicants < 4 · reference selected · applicants: whole numbers, so that 0.80 is exact. */
function isBelowFourFifths(group: Counted, reference: Counted): boolean {
  return 5 * group.selected * reference.applicants < 4 * reference.selected * group.applicants;
}
