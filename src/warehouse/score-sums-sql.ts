import { BINNED_UNIT } from "../engine/fairness/cube/binned-sums.ts";
import type { SumName } from "../engine/fairness/cube/decision-cube.ts";
import type { SqlValue } from "./decision-source.ts";
import { doubleLiteral, type SqlDialect } from "./sql-dialect.ts";

/** Sums are whole numbers of 2⁻⁴⁶, as in the engine's exact sums: they add up alike in every order and on every thread. */
const UNITS = 2 ** 46;
const BINNED_UNITS = 1 / BINNED_UNIT;
/** Whole numbers up to here are added up by doubles without a rounding. */
export const MOST_IN_DOUBLE = 2 ** 53;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const CLIP = 2 ** -52;
const ROOT_TWO = 1 + 0x6a09c / 2 ** 20;

/**
 * How sums are added up: "doubles" holds whole numbers of 2⁻³² in doubles, which is quick and exact below
 * {@link MOST_IN_DOUBLE}; "integers" holds the same in whole numbers of any size; "weighted" holds addends of any size,
 * in units of 2⁻²⁰ and a rest in units of 2⁻⁴⁶.
 */
export type Adding = "doubles" | "integers" | "weighted";

/** The columns that hold one sum. */
export function sumColumns(dialect: SqlDialect, name: SumName, adding: Adding): string[] {
  if (adding !== "weighted") {
    const units = name === "logLoss" ? "log_loss_units" : rounded(termOf(dialect, name, "1"), BINNED_UNITS);
    return [adding === "doubles" ? `sum(${units})` : `sum(CAST(${units} AS bigint))`];
  }
  const scaled = `${termOf(dialect, name, "w")} * ${doubleLiteral(2 ** 20)}`;
  return [
    `sum(CAST(floor(${scaled}) AS ${dialect.wholeNumber}))`,
    `sum(CAST(${rounded(`(${scaled} - floor(${scaled}))`, UNITS / 2 ** 20)} AS bigint))`,
  ];
}

/** Nearest whole number of units, as a double. */
function rounded(term: string, units: number): string {
  return `floor(${term} * ${doubleLiteral(units)} + 0.5)`;
}

/** Adds what {@link sumColumns} came back with to the end of a column of sums, as `exact-sums.ts` holds them. */
export function pushSum({ coarse, fine }: { coarse: number[]; fine: number[] }, columns: readonly SqlValue[]): void {
  const [first, second] = columns;
  if (columns.length === 1 && typeof first === "number") {
    const whole = Math.floor(first * COARSE_PER_BINNED);
    coarse.push(whole);
    fine.push((first - whole / COARSE_PER_BINNED) * FINE_PER_BINNED);
    return;
  }
  const units =
    columns.length === 1
      ? BigInt(first ?? 0) * BigInt(FINE_PER_BINNED)
      : BigInt(first ?? 0) * 2n ** 26n + BigInt(second ?? 0);
  coarse.push(Number(units >> 26n));
  fine.push(Number(BigInt.asUintN(26, units)));
}

const COARSE_PER_BINNED = 2 ** 20 / BINNED_UNITS;
const FINE_PER_BINNED = UNITS / BINNED_UNITS;

function termOf({ square }: SqlDialect, name: SumName, weight: "w" | "1"): string {
  const weighted = (value: string) => (weight === "1" ? `(${value})` : `(w * (${value}))`);
  switch (name) {
    case "weight":
      return "w";
    case "weightSquares":
      return square("w");
    case "score":
      return weighted("s");
    case "scoreSquares":
      return weighted(square("s"));
    case "error":
      return weighted("y - s");
    case "errorSquares":
      return weighted(square("(y - s)"));
    case "absoluteError":
      return weighted("abs(y - s)");
    case "outcomeSquares":
      return weighted(square("y"));
    case "logLoss":
      return weighted("log_loss");
  }
}

/** The argument of the logarithm, kept away from 0: s for the label 1, and 1 − s for 0. */
const argument = `CASE WHEN of_label > ${doubleLiteral(CLIP)} THEN of_label ELSE ${doubleLiteral(CLIP)} END`;

/**
 * Rows with a further column `log_loss`, from columns s and y. It is the engine's logarithm (reproducible-ln.ts), because
 * that of a database differs in its last bits: DuckDB calls it, Postgres is told its operations step by step.
 */
export function withLogLoss(dialect: SqlDialect, rows: string): string {
  const labelled = [
    "CASE WHEN y = 1 THEN s WHEN y = 0 THEN 1 - s END AS of_label",
    `CASE WHEN of_label IS NOT NULL THEN least(${doubleLiteral(1 - CLIP)}, ${argument}) END AS q`,
  ];
  const steps = dialect.engineLn === null ? logarithm(dialect) : [`-${dialect.engineLn("q")} AS log_loss`];
  return [...labelled, ...steps].reduce(nest(dialect), rows);
}

/**
 * Rows with a further column `log_loss_units`: the logarithmic loss in whole numbers of 2⁻³², from columns s, a score in
 * [0, 1], and is_positive. Where one of them is not known it is any number.
 */
export function withLogLossUnits(dialect: SqlDialect, rows: string): string {
  const ofLabel = "CASE WHEN is_positive THEN s ELSE 1 - s END AS of_label";
  if (dialect.engineLn === null) {
    const units = `${rounded("log_loss", BINNED_UNITS)} AS log_loss_units`;
    return [ofLabel, `${argument} AS q`, ...logarithm(dialect), units].reduce(nest(dialect), rows);
  }
  // The database's logarithm and ours are off by less than a unit in the last place each. Where that could lead to another
  // whole number, which is once in some 250,000 rows, ours decides.
  const isClose = `abs(about_units - nearest_units) + about_units * ${doubleLiteral(2 ** -51)} >= 0.5`;
  return [
    ofLabel,
    `${argument} AS q`,
    `ln(q) * ${doubleLiteral(-BINNED_UNITS)} AS about_units`,
    "floor(about_units + 0.5) AS nearest_units",
    `CASE WHEN ${isClose} THEN ${rounded(`-${dialect.engineLn("q")}`, BINNED_UNITS)} ELSE nearest_units END AS log_loss_units`,
  ].reduce(nest(dialect), rows);
}

function nest({ computedOnce }: SqlDialect): (rows: string, columns: string) => string {
  return (rows, columns) => `(SELECT *, ${columns} FROM ${rows}${computedOnce}) AS step`;
}

/** From a column q to `log_loss`, the columns of one step after those of another. */
function logarithm({ truth }: SqlDialect): string[] {
  const number = doubleLiteral;
  const series = (c: readonly number[]) =>
    c.reduceRight((rest, x) => (rest === "" ? number(x) : `${number(x)} + w4 * (${rest})`), "");
  return [
    `floor(ln(q) / ${number(Math.LN2)}) AS about`,
    `q * power(${number(2)}, -about) AS close`,
    `${truth("close >= 2")} AS above, ${truth("close < 1")} AS below`,
    `about + above - below AS e, close * (1 - ${number(0.5)} * above + below) AS m`,
    `${truth(`m >= ${number(ROOT_TWO)}`)} AS high`,
    `e + high AS k, m * (1 - ${number(0.5)} * high) - 1 AS f`,
    `f / (2 + f) AS r, ${number(0.5)} * f * f AS half`,
    "r * r AS z",
    "z * z AS w4",
    `w4 * (${series([0.3999999999940942, 0.22222198432149784, 0.15313837699209373])}) AS even,
     z * (${series([0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586])}) AS odd`,
    `-(k * ${number(LN2_HIGH)} - (half - (r * (half + even + odd) + k * ${number(LN2_LOW)}) - f)) AS log_loss`,
  ];
}
