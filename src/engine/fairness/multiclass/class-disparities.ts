import { type DecisionCube, roleOfCube } from "../cube/decision-cube.ts";
import { type DisparitySettings, measureDisparity } from "../disparity/disparity.ts";
import { metricSource } from "../disparity/metric-source.ts";
import type { Figure } from "../rate/figure.ts";

/** A disparity of several classes: of each against the rest, and of all. */
export interface ClassDisparity {
  readonly name: string;
  readonly attributes: readonly string[];
  /** At a level that lets all of them hold together. */
  readonly classes: readonly { readonly positive: string; readonly figure: Figure }[];
  /** Mean over the classes that have the disparity. */
  readonly macro: Figure;
  /** Largest difference, or smallest ratio, of a class. */
  readonly worst: Figure;
}

export interface ClassDisparitySettings extends Omit<DisparitySettings, "comparison" | "testing"> {
  readonly comparison?: Exclude<DisparitySettings["comparison"], "to-reference">;
}

/** Disparities that are asked of every class unless others are named. */
const ASKED = [
  "demographicParityDifference",
  "equalizedOddsDifference",
  "equalOpportunityDifference",
  "predictiveParityDifference",
];

/**
 * Classes that labels or decisions of a cube have, in the order of their values; fewer than three are no question of this.
 */
export function decisionClasses(cube: DecisionCube): string[] {
  const values = (["label", "decision"] as const).flatMap((role) => {
    const d = roleOfCube(cube, role);
    return d < 0 ? [] : cube.dimensions[d]!.values.filter((value) => value !== null);
  });
  return [...new Set(values.map(String))].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Disparities with each class in turn as the positive label and the favourable decision, the others being the rest, and
 * their mean and their worst over the classes.
 *
 * As the classes share rows, the interval of each is taken at 1 − (1 − level) ÷ classes (Bonferroni): then all hold together,
 * and so do their mean's, from the means of the ends, and their worst's, from the worst of the ends.
 *
 * @returns for each name; empty with fewer than three classes
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["a", "b", "c"] }];
 * const codes = [Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 1, 2, 0, 1, 2)];
 * const cube = { dimensions, codes, n: Float64Array.of(50, 30, 20, 20, 30, 50), sums: {}, scores: { kind: "none" }, positiveLabel: "a" };
 * const [parity] = classDisparities(cube, ["sex"], { names: ["demographicParityDifference"], level: 0.95, seed: 1 });
 * [parity.macro.estimate.toFixed(2), parity.worst.estimate.toFixed(2)] // => ["0.20", "0.30"]
 */
export function classDisparities(
  cube: DecisionCube,
  attributes: readonly string[],
  {
    names = ASKED,
    comparison = "between-groups",
    level,
    ...rest
  }: ClassDisparitySettings & { readonly names?: readonly string[] },
): ClassDisparity[] {
  const classes = decisionClasses(cube);
  if (classes.length < 3) return [];
  const each = { ...rest, comparison, level: 1 - (1 - level) / classes.length, testing: "none" } as const;
  const sources = classes.map((positive) =>
    metricSource(cube, attributes, { rule: { kind: "decision", favourable: positive }, positiveLabel: positive }),
  );
  return names.map((name): ClassDisparity => {
    const measured = sources.map((source) => measureDisparity(source, name, each));
    const kind = measured[0]!.kind;
    const figures = measured.map((one): Figure => {
      if (one.estimate === null) return { estimate: null, reason: one.reason };
      const { estimate, low, high, n, method, reason } = one;
      return { estimate, low, high, level: each.level, n, method, ...(reason !== undefined && { reason }) };
    });
    const pick = kind === "difference" ? Math.max : Math.min;
    return {
      name,
      attributes,
      classes: classes.map((positive, k) => ({ positive, figure: figures[k]! })),
      macro: joined(figures, level, (values) => values.reduce((sum, value) => sum + value, 0) / values.length),
      worst: joined(figures, level, (values) => pick(...values)),
    };
  });
}

function joined(figures: readonly Figure[], level: number, combine: (values: readonly number[]) => number): Figure {
  const told = figures.flatMap((figure) => (figure.estimate === null ? [] : [figure]));
  const [first] = told;
  if (first === undefined) {
    const [none] = figures;
    return { estimate: null, reason: none?.estimate === null ? none.reason : "empty" };
  }
  const estimate = combine(told.map((figure) => figure.estimate));
  const n = Math.max(...told.map((figure) => figure.n));
  const ends = told.flatMap(({ low, high }) => (low === null || high === null ? [] : [{ low, high }]));
  if (ends.length < told.length)
    return {
      estimate,
      low: null,
      high: null,
      level,
      n,
      method: "none",
      reason: "no interval: too few rows of a class",
    };
  return {
    estimate,
    low: combine(ends.map(({ low }) => low)),
    high: combine(ends.map(({ high }) => high)),
    level,
    n,
    method: first.method,
  };
}
