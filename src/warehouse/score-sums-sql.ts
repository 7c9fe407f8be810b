import type { SumName } from "../engine/fairness/cube/decision-cube.ts";
import { doubleLiteral, type SqlDialect } from "./sql-dialect.ts";

/** Sums are whole numbers of 2⁻⁴⁶, as in the engine's exact sums: they add up alike in every order and on every thread. */
const UNITS = 2 ** 46;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const CLIP = 2 ** -52;
const ROOT_TWO = 1 + 0x6a09c / 2 ** 20;

/** The columns that hold one sum: in units of 2⁻⁴⁶, or split into units of 2⁻²⁰ and a rest in units of 2⁻⁴⁶. */
export function sumColumns(dialect: SqlDialect, name: SumName, terms: "small" | "any"): string[] {
  const term = termOf(dialect, name, terms);
  if (terms === "small") return [`sum(CAST(floor(${term} * ${doubleLiteral(UNITS)} + 0.5) AS bigint))`];
  const scaled = `${term} * ${doubleLiteral(2 ** 20)}`;
  return [
    `sum(CAST(floor(${scaled}) AS ${dialect.wholeNumber}))`,
    `sum(CAST(floor((${scaled} - floor(${scaled})) * ${doubleLiteral(2 ** 26)} + 0.5) AS bigint))`,
  ];
}

/** Units of 2⁻⁴⁶ in what {@link sumColumns} came back with. */
export function unitsOf(columns: readonly bigint[]): bigint {
  return columns.length === 1 ? columns[0]! : columns[0]! * 2n ** 26n + columns[1]!;
}

function termOf({ square }: SqlDialect, name: SumName, terms: "small" | "any"): string {
  const weighted = (value: string) => (terms === "small" ? `(${value})` : `(w * (${value}))`);
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
    case "logLoss":
      return weighted("log_loss");
  }
}

/**
 * Rows with a further column `log_loss`, from columns s and y: the engine's logarithm (reproducible-ln.ts), step by step
 * in the same operations, because that of a database differs in its last bits.
 */
export function withLogLoss({ computedOnce, name, truth }: SqlDialect, rows: string): string {
  const number = doubleLiteral;
  const step = (inner: string, columns: string) => `(SELECT *, ${columns} FROM ${inner}${computedOnce}) AS step`;
  const logTwo = name === "duckdb" ? "log2(q)" : `ln(q) / ${number(Math.LN2)}`;
  const series = (c: readonly number[]) =>
    c.reduceRight((rest, x) => (rest === "" ? number(x) : `${number(x)} + w4 * (${rest})`), "");
  const steps = [
    // |1 − y − s| is s for the label 1 and 1 − s for 0.
    `CASE WHEN y - s IS NOT NULL THEN least(${number(1 - CLIP)}, greatest(${number(CLIP)}, abs((1 - y) - s))) END AS q`,
    `floor(${logTwo}) AS about`,
    `q * power(${number(2)}, -about) AS close`,
    `${truth("close >= 2")} AS above, ${truth("close < 1")} AS below`,
    `about + above - below AS e, close * (1 - ${number(0.5)} * above + below) AS m`,
    `${truth(`m >= ${number(ROOT_TWO)}`)} AS high`,
    `e + high AS k, m * (1 - ${number(0.5)} * high) - 1 AS f`,
    `f / (2 + f) AS r, ${number(0.5)} * f * f AS half`,
    `r * r AS z`,
    `z * z AS w4`,
    `w4 * (${series([0.3999999999940942, 0.22222198432149784, 0.15313837699209373])}) AS even,
     z * (${series([0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586])}) AS odd`,
    `-(k * ${number(LN2_HIGH)} - (half - (r * (half + even + odd) + k * ${number(LN2_LOW)}) - f)) AS log_loss`,
  ];
  return steps.reduce((inner, columns) => step(inner, columns), rows);
}
