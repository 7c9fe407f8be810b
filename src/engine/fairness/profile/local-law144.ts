import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, MISSING, roleOfCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";
import { type DecisionRule, outcomeTable } from "../rate/outcome-table.ts";
import { countedSelection } from "./four-fifths.ts";

/** One category of a table of 6 RCNY § 5-301. */
interface LocalLaw144Row {
  readonly category: Group;
  readonly assessed: number;
  /** Moved forward or classified; in a scoring table, with a score above the median. */
  readonly selected: number;
  /** Selection rate, or scoring rate; null without anybody assessed. */
  readonly rate: number | null;
  /** Rate ÷ the highest rate of the table; null where excluded, or where the highest is 0. */
  readonly impactRatio: number | null;
  readonly excluded: "below-two-percent" | null;
}

interface LocalLaw144Table {
  readonly attributes: readonly string[];
  readonly rows: readonly LocalLaw144Row[];
  /** Assessed, but not in the table, because a category is not known. */
  readonly unknown: number;
}

/** Tables of New York City's Local Law 144. The law sets no threshold, and there is no verdict here. */
export interface LocalLaw144 {
  readonly basis: "selection-rate" | "scoring-rate";
  readonly assessed: number;
  /** Of all scores, those of unknown category among them; null in a selection audit. */
  readonly medianScore: number | null;
  readonly tables: readonly LocalLaw144Table[];
  readonly exclusion: { readonly below: number; readonly justification: string } | null;
}

export interface LocalLaw144Settings {
  /** Columns of sex and of race or ethnicity, in that order. */
  readonly attributes: readonly [sex: string, raceEthnicity: string];
  readonly basis: { readonly kind: "selection-rate"; readonly rule: DecisionRule } | { readonly kind: "scoring-rate" };
  /** Only with its justification may a category below 2 % of the data be left out of the ratios; it stays in the table. */
  readonly excludeSmall?: { readonly justification: string };
}

/**
 * The tables that 6 RCNY § 5-301 asks for: by sex, by race or ethnicity, and by both, each compared with its own highest
 * rate. Scoring rate: the share with a score strictly above the median of all.
 * With weights, sums of weights stand for people.
 *
 * @throws RangeError when a scoring audit has no exact scores, or an exclusion has no justification
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["F", "M"] }, { name: "race", role: "attribute", values: ["x"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(626, 555, 723, 667), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const audit = localLaw144(cube, { attributes: ["sex", "race"], basis: { kind: "selection-rate", rule: { kind: "decision", favourable: "1" } } });
 * audit.tables[0].rows.map(({ impactRatio }) => impactRatio.toFixed(3)) // => ["0.979", "1.000"]
 */
export function localLaw144(cube: DecisionCube, { attributes, basis, excludeSmall }: LocalLaw144Settings): LocalLaw144 {
  if (excludeSmall && excludeSmall.justification.trim() === "")
    throw new RangeError("exclusion below 2 % without a justification; state it, or keep the category");
  const score = basis.kind === "scoring-rate" ? medianOf(cube) : null;
  const [sex, race] = attributes;
  const tables = [[sex], [race], [sex, race]].map((chosen): LocalLaw144Table => {
    const counts =
      basis.kind === "selection-rate" ? selectedBy(cube, chosen, basis.rule) : scoredBy(cube, chosen, score!.above);
    const known = counts.filter(({ category }) => !Object.values(category).includes(MISSING));
    const total = known.reduce((sum, { assessed }) => sum + assessed, 0);
    const isSmall = ({ assessed }: Counts) => excludeSmall !== undefined && assessed < 0.02 * total;
    const highest = known.reduce(
      (most, one) => (isSmall(one) || one.assessed === 0 ? most : Math.max(most, one.selected / one.assessed)),
      0,
    );
    return {
      attributes: chosen,
      rows: known.map((one) => {
        const rate = one.assessed > 0 ? one.selected / one.assessed : null;
        const small = isSmall(one);
        return {
          ...one,
          rate,
          impactRatio: small || rate === null || highest === 0 ? null : rate / highest,
          excluded: small ? "below-two-percent" : null,
        };
      }),
      unknown: counts.reduce((sum, { assessed }) => sum + assessed, 0) - total,
    };
  });
  const [first] = tables;
  return {
    basis: basis.kind,
    assessed: first!.rows.reduce((sum, { assessed }) => sum + assessed, 0) + first!.unknown,
    medianScore: score?.median ?? null,
    tables,
    exclusion: excludeSmall ? { below: 0.02, justification: excludeSmall.justification } : null,
  };
}

interface Counts {
  readonly category: Group;
  readonly assessed: number;
  readonly selected: number;
}

function selectedBy(cube: DecisionCube, attributes: readonly string[], rule: DecisionRule): Counts[] {
  const table = outcomeTable(cube, attributes, rule);
  return table.groups.map((category, g) => {
    const { selected, applicants } = countedSelection(table, g);
    return { category, assessed: applicants, selected };
  });
}

function scoredBy(
  cube: DecisionCube,
  attributes: readonly string[],
  isAbove: (cell: number) => boolean | null,
): Counts[] {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const weight = cellSums(cube, "weight");
  const counts = groups.map((category) => ({ category, assessed: 0, selected: 0 }));
  for (let cell = 0; cell < cube.n.length; cell++) {
    const above = isAbove(cell);
    if (above === null) continue;
    const one = counts[groupOfCell[cell]!]!;
    one.assessed += weight[cell]!;
    if (above) one.selected += weight[cell]!;
  }
  return counts;
}

/** Median of all scores, the mean of the middle two where there is no middle, and whether a cell is strictly above. */
function medianOf(cube: DecisionCube): { median: number; above: (cell: number) => boolean | null } {
  const d = roleOfCube(cube, "score");
  if (cube.scores.kind !== "exact" || d < 0)
    throw new RangeError("median of scores needs the scores themselves; count them exactly, not in bins");
  const values = cube.dimensions[d]!.values as readonly (number | null)[];
  const counts = new Float64Array(values.length);
  const weight = cellSums(cube, "weight");
  for (const [cell, code] of cube.codes[d]!.entries()) counts[code]! += weight[cell]!;
  const rows = values.reduce<number>((sum, value, code) => sum + (value === null ? 0 : counts[code]!), 0);
  // The score at which half of the rows is reached; between two where it is reached exactly.
  let [below, lower, median] = [0, Number.NaN, Number.NaN];
  for (const [code, value] of values.entries()) {
    if (value === null || counts[code] === 0) continue;
    if (!Number.isNaN(lower)) {
      median = (lower + value) / 2;
      break;
    }
    below += counts[code]!;
    if (2 * below === rows) lower = value;
    else if (2 * below > rows) {
      median = value;
      break;
    }
  }
  return {
    median,
    above: (cell) => {
      const value = values[cube.codes[d]![cell]!]!;
      return value === null ? null : value > median;
    },
  };
}
