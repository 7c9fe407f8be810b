import { newcombeInterval } from "../../stats/newcombe-interval.ts";
import { type ControlledGap, controlledGaps } from "../control/controlled-gap.ts";
import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, MISSING } from "../cube/decision-cube.ts";
import { type Group, groupingOf, isSameGroup } from "../group/group.ts";
import { type ReferenceChoice, referenceGroup } from "../group/reference-group.ts";
import { type DecisionRule, outcomeTable } from "../rate/outcome-table.ts";
import { rateCounts } from "../rate/rate.ts";
import { countedSelection } from "./four-fifths.ts";
import { type ImpactComparison, impactComparison } from "./impact-comparison.ts";

/** Scores of a group beside the reference's. */
interface ScoreShift {
  readonly meanScore: number;
  readonly n: number;
  /** (mean − mean of the reference) ÷ standard deviation of all rows that are compared; null where scores do not vary. */
  readonly standardizedMeanDifference: number | null;
  /** Normal interval at 95 %, the deviation taken as known. */
  readonly low: number | null;
  readonly high: number | null;
}

interface LendingRow {
  readonly group: Group;
  /** People, or sums of weights. */
  readonly applicants: number;
  readonly approved: number;
  /** Null without applicants. */
  readonly approvalRate: number | null;
  readonly role: "reference" | "compared" | "unknown-group";
  /** Approval rate − that of the reference with Newcombe's interval at 95 %: the marginal effect, nothing held fixed. */
  readonly difference: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Impact ratio and tests; the reference is the denominator, whichever rate is higher. */
  readonly comparison: Omit<ImpactComparison, "fourFifths" | "ifOneMoved"> | null;
  /** Of practice, not of law: below 0.8, from there below 0.9, and above. */
  readonly band: "below-0.8" | "below-0.9" | "from-0.9" | null;
  /** Cohen's h of the approval rates. */
  readonly effectSize: number | null;
  /** Denials of the group ÷ approvals, over the same of the reference; null where it cannot be had. */
  readonly denialOddsRatio: number | null;
  readonly scores: ScoreShift | null;
  /** The same with the control features held fixed; null without them. */
  readonly controlled: ControlledGap | null;
}

/** Approvals beside a control group, as data; it judges nothing. */
export interface Lending {
  readonly attributes: readonly string[];
  readonly reference: Group | null;
  readonly rows: readonly LendingRow[];
}

export interface LendingSettings {
  readonly attributes: readonly string[];
  readonly rule: DecisionRule;
  /** The control group; left out, the largest. */
  readonly reference?: ReferenceChoice;
  readonly controls?: readonly string[];
}

/**
 * What fair-lending practice asks of approvals: impact ratio with significance, marginal effect, odds of denial,
 * effect size and standardized mean difference of scores, each group against a control group.
 *
 * Nothing here is a threshold of law. Rows of unknown group are counted, and not compared.
 *
 * @throws RangeError when a named reference does not occur
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(40, 60, 60, 140), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const [row] = lending(cube, { attributes: ["sex"], rule: { kind: "decision", favourable: "1" } }).rows;
 * [row.comparison.impactRatio.toFixed(4), row.band, row.denialOddsRatio.toFixed(4)] // => ["0.8571", "below-0.9", "1.5556"]
 */
export function lending(cube: DecisionCube, settings: LendingSettings): Lending {
  const { attributes, rule, reference: choice = { kind: "largest" }, controls = [] } = settings;
  const table = outcomeTable(cube, attributes, rule);
  const counts = table.groups.map((_, g) => countedSelection(table, g));
  const base = referenceGroup(table.groups, choice, {
    rows: counts.map(({ effective }) => effective),
    rates: table.groups.map((_, g) => rateCounts(table, g, "selectionRate").rate),
  });
  const shifts = scoreShifts(cube, attributes, base);
  const held =
    controls.length === 0 || base === null
      ? []
      : controlledGaps(cube, { attributes, controls, reference: table.groups[base]!, rate: "selectionRate", rule });
  const rows = table.groups.map((group, g): LendingRow => {
    const one = counts[g]!;
    const against = base === null || base === g ? null : counts[base]!;
    const known = !Object.values(group).includes(MISSING);
    const compared = known && against !== null && one.applicants > 0 && against.selected > 0;
    const [p, q] = [
      one.selected / one.applicants,
      against === null ? Number.NaN : against.selected / against.applicants,
    ];
    const {
      fourFifths: _,
      ifOneMoved: __,
      ...comparison
    } = compared ? impactComparison(one, against) : ({} as ImpactComparison);
    return {
      group,
      applicants: one.applicants,
      approved: one.selected,
      approvalRate: one.applicants > 0 ? p : null,
      role: g === base ? "reference" : known ? "compared" : "unknown-group",
      difference: compared ? differenceOf(one, against) : null,
      comparison: compared ? comparison : null,
      band: compared ? bandOf(comparison.impactRatio) : null,
      effectSize: compared ? 2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q)) : null,
      denialOddsRatio: compared && p > 0 && q < 1 ? (((1 - p) / p) * q) / (1 - q) : null,
      scores: shifts[g]!,
      controlled: held.find((gap) => isSameGroup(gap.group, group)) ?? null,
    };
  });
  return { attributes, reference: base === null ? null : table.groups[base]!, rows };
}

type Counted = ReturnType<typeof countedSelection>;

function differenceOf(group: Counted, reference: Counted): NonNullable<LendingRow["difference"]> {
  const proportion = ({ selected, applicants, effective }: Counted) => ({
    successes: (selected / applicants) * effective,
    n: effective,
  });
  const [low, high] = newcombeInterval(proportion(group), proportion(reference));
  return { estimate: group.selected / group.applicants - reference.selected / reference.applicants, low, high };
}

function bandOf(ratio: number): LendingRow["band"] {
  return ratio < 0.8 ? "below-0.8" : ratio < 0.9 ? "below-0.9" : "from-0.9";
}

interface Moments {
  n: number;
  w: number;
  w2: number;
  sum: number;
  squares: number;
}

function scoreShifts(cube: DecisionCube, attributes: readonly string[], base: number | null): (ScoreShift | null)[] {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const moments = groups.map((): Moments => ({ n: 0, w: 0, w2: 0, sum: 0, squares: 0 }));
  const d = cube.dimensions.findIndex(({ role }) => role === "score");
  if (d < 0) return groups.map(() => null);
  const [w, w2, s, s2] = (["weight", "weightSquares", "score", "scoreSquares"] as const).map((name) =>
    cellSums(cube, name),
  );
  for (let cell = 0; cell < cube.n.length; cell++) {
    if (cube.dimensions[d]!.values[cube.codes[d]![cell]!] === null) continue;
    const one = moments[groupOfCell[cell]!]!;
    one.n += cube.n[cell]!;
    one.w += w![cell]!;
    one.w2 += w2![cell]!;
    one.sum += s![cell]!;
    one.squares += s2![cell]!;
  }
  const reference = base === null ? null : moments[base]!;
  return moments.map((one, g) => {
    if (!(one.w > 0)) return null;
    const meanScore = one.sum / one.w;
    if (reference === null || g === base || !(reference.w > 0))
      return { meanScore, n: one.n, standardizedMeanDifference: null, low: null, high: null };
    const joint = {
      n: one.n + reference.n,
      w: one.w + reference.w,
      w2: one.w2 + reference.w2,
      sum: one.sum + reference.sum,
      squares: one.squares + reference.squares,
    };
    const deviation = Math.sqrt(varianceOf(joint));
    if (!(deviation > 0)) return { meanScore, n: one.n, standardizedMeanDifference: null, low: null, high: null };
    const shift = (meanScore - reference.sum / reference.w) / deviation;
    const half = (1.959963984540054 * Math.sqrt(meanVariance(one) + meanVariance(reference))) / deviation;
    return {
      meanScore,
      n: one.n,
      standardizedMeanDifference: shift,
      ...(Number.isFinite(half) ? { low: shift - half, high: shift + half } : { low: null, high: null }),
    };
  });
}

function varianceOf({ w, sum, squares }: Moments): number {
  return Math.max(0, squares / w - (sum / w) ** 2);
}

/** Variance of a mean, of Kish's effective number of rows. */
function meanVariance(moments: Moments): number {
  const effective = (moments.w * moments.w) / moments.w2;
  return effective > 1 ? varianceOf(moments) / (effective - 1) : Infinity;
}
