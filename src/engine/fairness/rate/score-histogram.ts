import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, roleOfCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";
import { labelOfCell } from "./outcome-table.ts";

/** Labelled and scored rows of one group by score, ascending: one slot for each score, or each bin, that occurs. */
export interface ScoreHistogram {
  /** Lower edge: the score itself, or of its bin. A threshold selects whole slots from one on. */
  readonly edge: Float64Array;
  /** Mean score of the slot's rows. */
  readonly score: Float64Array;
  /** Σw of positive and of negative labels. */
  readonly positive: Float64Array;
  readonly negative: Float64Array;
  /** Rows with positive and negative label. */
  readonly n: readonly [positive: number, negative: number];
  /** Σw² of positive and of negative labels. */
  readonly weightSquares: readonly [positive: number, negative: number];
}

/** Histograms of groups; the last is of all together. */
export interface ScoreHistograms {
  readonly attributes: readonly string[];
  readonly groups: readonly Group[];
  readonly histograms: readonly ScoreHistogram[];
}

/**
 * Score histograms by label of every group of a cube; without scores they are empty.
 *
 * @param cells - only cells for which this holds
 * @example
 * const dimensions = [{ name: "label", role: "label", values: ["0", "1"] }, { name: "score", role: "score", values: [0.2, 0.7] }];
 * const codes = [Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(4, 6, 5), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * scoreHistograms(cube, []).histograms[0].negative // => [4, 6]
 */
export function scoreHistograms(
  cube: DecisionCube,
  attributes: readonly string[],
  positiveLabel: string | null = cube.positiveLabel,
  cells: (cell: number) => boolean = () => true,
): ScoreHistograms {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const d = roleOfCube(cube, "score");
  const slots = d < 0 ? [] : cube.dimensions[d]!.values;
  const codes = cube.codes[d] ?? new Int32Array(0);
  const label = labelOfCell(cube, positiveLabel);
  const columns = {
    weight: cellSums(cube, "weight"),
    squares: cellSums(cube, "weightSquares"),
    score: cellSums(cube, "score"),
  };
  const ordered = cellsByScore(cube, codes, slots.length).filter(
    (cell) => label(cell) !== 2 && slots[codes[cell]!] !== null && cells(cell),
  );
  const members = membersByScore(ordered, groupOfCell, groups.length);
  const edgeOf = (code: number) =>
    cube.scores.kind === "bins" ? (slots[code] as number) / cube.scores.count : (slots[code] as number);
  const histograms = members.map((inGroup) => {
    const present = distinctCodes(inGroup, codes);
    const histogram = {
      edge: Float64Array.from(present, edgeOf),
      score: new Float64Array(present.length),
      positive: new Float64Array(present.length),
      negative: new Float64Array(present.length),
      n: [0, 0] as [number, number],
      weightSquares: [0, 0] as [number, number],
    };
    let slot = -1;
    for (let k = 0; k < inGroup.length; k++) {
      const cell = inGroup[k]!;
      if (slot < 0 || present[slot] !== codes[cell]!) slot++;
      const kind = label(cell) as 0 | 1;
      const side = kind === 0 ? histogram.positive : histogram.negative;
      side[slot]! += columns.weight[cell]!;
      histogram.score[slot]! += columns.score[cell]!;
      histogram.n[kind] += cube.n[cell]!;
      histogram.weightSquares[kind] += columns.squares[cell]!;
    }
    for (let k = 0; k < present.length; k++) {
      const weight = histogram.positive[k]! + histogram.negative[k]!;
      histogram.score[k] = weight > 0 ? histogram.score[k]! / weight : histogram.edge[k]!;
    }
    return histogram;
  });
  return { attributes, groups, histograms };
}

/** All cells by ascending score, by counting; the same for every choice of attributes. */
function cellsByScore(cube: DecisionCube, codes: Int32Array, scores: number): Int32Array {
  const known = sorted.get(cube);
  if (known) return known;
  const next = new Int32Array(scores + 1);
  for (let cell = 0; cell < codes.length; cell++) next[codes[cell]! + 1]!++;
  for (let code = 0; code < scores; code++) next[code + 1]! += next[code]!;
  const order = new Int32Array(codes.length);
  for (let cell = 0; cell < codes.length; cell++) order[next[codes[cell]!]!++] = cell;
  sorted.set(cube, order);
  return order;
}

const sorted = new WeakMap<DecisionCube, Int32Array>();

/** The cells of each group, and last those of all, each in the given order. */
function membersByScore(ordered: Int32Array, groupOfCell: Int32Array, groups: number): Int32Array[] {
  const sizes = new Int32Array(groups);
  for (let k = 0; k < ordered.length; k++) sizes[groupOfCell[ordered[k]!]!]!++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let k = 0; k < ordered.length; k++) {
    const g = groupOfCell[ordered[k]!]!;
    members[g]![sizes[g]!++] = ordered[k]!;
  }
  return [...members, ordered];
}

/** Codes of cells in the order of their scores, each once. */
function distinctCodes(cells: Int32Array, codes: Int32Array): Int32Array {
  const distinct = new Int32Array(cells.length);
  let count = 0;
  for (let k = 0; k < cells.length; k++) {
    const code = codes[cells[k]!]!;
    if (count === 0 || distinct[count - 1] !== code) distinct[count++] = code;
  }
  return distinct.subarray(0, count);
}
