import { MISSING } from "../cube/decision-cube.ts";
import type { Group } from "../group/group.ts";
import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";
import { rateCounts } from "../rate/rate.ts";
import { type CountedSelection, type ImpactComparison, impactComparison } from "./impact-comparison.ts";

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
  readonly comparison: ImpactComparison | null;
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
 * Rows whose group is not known are counted, and not compared. With weights, counts are sums of weights, and tests and
 * intervals take Kish's effective number of rows.
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
    return { group, ...countedSelection(table, g), known: !Object.values(group).includes(MISSING) };
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
      comparison: comparable ? impactComparison(one, reference) : null,
    };
  });
  const unknownApplicants = counts.reduce((sum, { applicants, known }) => sum + (known ? 0 : applicants), 0);
  return { rows, reference: reference?.group ?? null, unknownApplicants };
}

/** Selected and applicants of a group: people, or their weights. */
export function countedSelection(table: OutcomeTable, g: number): CountedSelection {
  const { successes, n, rate, effectiveN } = rateCounts(table, g, "selectionRate");
  if (table.weights === "none") return { selected: successes, applicants: n, effective: n };
  let applicants = 0;
  for (const outcome of DECIDED) applicants += table.weight[g * OUTCOMES + outcome]!;
  return { selected: applicants > 0 ? rate * applicants : 0, applicants, effective: applicants > 0 ? effectiveN : 0 };
}

const DECIDED = [0, 1, 3, 4, 6, 7];
