import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, roleOfCube, type SumName } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";
import type { Measured, UndefinedReason } from "./figure.ts";

/** Figures that are a mean over rows of something about score and label. */
export const MEAN_METRICS = [
  "brier",
  "logLoss",
  "meanScore",
  "meanOutcome",
  "meanError",
  "meanAbsoluteError",
  "meanSquaredError",
  "rootMeanSquaredError",
  "rSquared",
] as const;

export type MeanMetricName = (typeof MEAN_METRICS)[number];

const SUM_OF: { readonly [name in MeanMetricName]: SumName } = {
  brier: "errorSquares",
  logLoss: "logLoss",
  meanScore: "score",
  meanOutcome: "score",
  meanError: "error",
  meanAbsoluteError: "absoluteError",
  meanSquaredError: "errorSquares",
  rootMeanSquaredError: "errorSquares",
  rSquared: "errorSquares",
};

/**
 * Mean over the rows of each group, all together last. brier: mean (y − s)², of a regression meanSquaredError ·
 * meanError: mean (y − s), which is 0 if scores are right on average · meanOutcome: mean y · rSquared: 1 − Σ (y − s)² ÷ Σ (y − ȳ)².
 *
 * Intervals are normal. The variance comes from the sums of squares where the cube has them (score, error, absolute
 * error); of squared error and logarithmic loss it is that between cells, which is all of it where cells are scores, and
 * nearly all with a thousand bins. In a regression cells say nothing about it, and there is no interval.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @param cells - only cells for which this holds
 * @example
 * const dimensions = [{ name: "label", role: "label", values: ["1"] }, { name: "score", role: "score", values: [0.2, 0.6] }];
 * const cube = { dimensions, codes: [Int32Array.of(0, 0), Int32Array.of(0, 1)], n: Float64Array.of(1, 1), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * meanOfCells(cube, [], "brier", 1.96)[0].estimate // => 0.4
 */
export function meanOfCells(
  cube: DecisionCube,
  attributes: readonly string[],
  name: MeanMetricName,
  critical: number,
  cells: (cell: number) => boolean = () => true,
): Measured[] {
  return meansOfCells(cube, attributes, name, cells)(critical);
}

/** The same at any critical value, the cells being added up once. */
export function meansOfCells(
  cube: DecisionCube,
  attributes: readonly string[],
  name: MeanMetricName,
  cells: (cell: number) => boolean = () => true,
): (critical: number) => Measured[] {
  if (name === "rSquared") {
    const explained = explainedShares(cube, attributes, cells);
    return () => explained;
  }
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const totals = (groups as readonly Group[]).concat({}).map(() => ({ n: 0, w: 0, w2: 0, sum: 0, squares: 0 }));
  const all = totals.at(-1)!;
  const asked = askedRows(cube, name);
  const w = cellSums(cube, "weight");
  const w2 = cellSums(cube, "weightSquares");
  const value = cellSums(cube, SUM_OF[name]);
  const more = name === "meanOutcome" ? cellSums(cube, "error") : null;
  const squaresName: SumName | null =
    name === "meanScore"
      ? "scoreSquares"
      : name === "meanError" || name === "meanAbsoluteError"
        ? "errorSquares"
        : null;
  const squares = squaresName === null ? null : cellSums(cube, squaresName);
  for (let cell = 0; cell < cube.n.length; cell++) {
    if (!asked(cell) || !cells(cell) || !(w[cell]! > 0)) continue;
    const x = value[cell]! + (more ? more[cell]! : 0);
    const square = squares ? squares[cell]! : (x * x) / w[cell]!;
    addTo(totals[groupOfCell[cell]!]!, cube.n[cell]!, w[cell]!, w2[cell]!, x, square);
    addTo(all, cube.n[cell]!, w[cell]!, w2[cell]!, x, square);
  }
  const betweenCellsOnly = squares === null && cube.positiveLabel === null;
  return (critical) => totals.map((total) => measured(total, name, critical, betweenCellsOnly, reasonOf(cube)));
}

/**
 * R²: 1 − Σw (y − s)² ÷ Σw (y − ȳ)², of a regression. Without interval: what squared errors vary by is not in the counts.
 * Below 0 the group's mean outcome would foretell better than the scores; null where outcomes do not vary.
 */
function explainedShares(
  cube: DecisionCube,
  attributes: readonly string[],
  cells: (cell: number) => boolean,
): Measured[] {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const totals = Array.from({ length: groups.length + 1 }, () => ({ n: 0, w: 0, y: 0, squares: 0, errors: 0 }));
  if (cube.positiveLabel !== null || !cube.sums.outcomeSquares)
    return totals.map(() => ({ estimate: null, reason: "not-in-the-counts" }));
  const names = ["weight", "score", "error", "outcomeSquares", "errorSquares"] as const;
  const [w, s, e, y2, e2] = names.map((name) => cellSums(cube, name)) as [Float64Array, ...Float64Array[]];
  for (let cell = 0; cell < cube.n.length; cell++) {
    if (!cells(cell)) continue;
    for (const total of [totals[groupOfCell[cell]!]!, totals.at(-1)!]) {
      total.n += cube.n[cell]!;
      total.w += w[cell]!;
      total.y += s![cell]! + e![cell]!;
      total.squares += y2![cell]!;
      total.errors += e2![cell]!;
    }
  }
  return totals.map(({ n, w: weight, y, squares, errors }): Measured => {
    if (!(weight > 0)) return { estimate: null, reason: "empty" };
    const spread = squares - (y * y) / weight;
    if (!(spread > 1e-12 * squares)) return { estimate: null, reason: "zero-reference" };
    return { estimate: 1 - errors / spread, low: -Infinity, high: Infinity, n, method: "none" };
  });
}

interface Total {
  n: number;
  w: number;
  w2: number;
  sum: number;
  squares: number;
}

function addTo(total: Total, n: number, w: number, w2: number, x: number, square: number): void {
  total.n += n;
  total.w += w;
  total.w2 += w2;
  total.sum += x;
  total.squares += square;
}

function measured(
  { n, w, w2, sum, squares }: Total,
  name: MeanMetricName,
  critical: number,
  withoutInterval: boolean,
  reason: UndefinedReason,
): Measured {
  if (!(w > 0)) return { estimate: null, reason };
  const mean = sum / w;
  const effective = (w * w) / w2;
  const variance = Math.max(0, squares / w - mean * mean) / Math.max(1e-300, effective - 1);
  const half = withoutInterval || !(effective > 1) ? Infinity : critical * Math.sqrt(variance);
  const signed = name === "meanError" || name === "meanScore" || name === "meanOutcome";
  const scale = name === "rootMeanSquaredError" ? Math.sqrt : (x: number) => x;
  const low = signed ? mean - half : Math.max(0, mean - half);
  return {
    estimate: scale(mean),
    low: scale(low),
    high: scale(mean + half),
    n,
    method: half < Infinity ? "normal" : "none",
  };
}

/** Cells whose rows have what the metric asks about. */
function askedRows(cube: DecisionCube, name: MeanMetricName): (cell: number) => boolean {
  if (cube.positiveLabel === null) return () => true;
  const knows = (role: "label" | "score") => {
    const d = roleOfCube(cube, role);
    if (d < 0) return () => false;
    return (cell: number) => cube.dimensions[d]!.values[cube.codes[d]![cell]!] !== null;
  };
  const [label, score] = [knows("label"), knows("score")];
  return name === "meanScore" ? score : (cell) => label(cell) && score(cell);
}

function reasonOf(cube: DecisionCube): UndefinedReason {
  return cube.positiveLabel !== null && roleOfCube(cube, "score") < 0 ? "no-scores" : "empty";
}
