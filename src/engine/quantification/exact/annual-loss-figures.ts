import type { AnnualLoss, ExceedancePoint, FigureError } from "../annual-loss.ts";
import {
  curveCdf,
  curveLimitedExpectation,
  curveQuantile,
  curveShortfall,
  type LossCurve,
  lossCurve,
} from "./loss-curve.ts";
import type { SolvedYear } from "./solve-year.ts";

/** Known by formula, not from the grid. */
export interface YearMoments {
  readonly mean: number;
  readonly variance: number;
  readonly none: number;
}

const QUANTILES = ["0.5", "0.9", "0.95", "0.99"] as const;
const SHORTFALLS = ["0.95", "0.99"] as const;

/**
 * The figures of a solved year. Mean, standard deviation and probability of loss come from formulas; expected shortfall
 * is VaR + E[(S − VaR)⁺]/(1 − p), the tail being what of the exact mean lies beyond (Acerbi and Tasche 2002, atoms
 * shared). Errors: twice the step against the step ("estimate"), or all losses rounded down and up ("bracket").
 *
 * @example
 * const masses = Float64Array.of(0.5, 0.3, 0.2);
 * const year = { offset: 0, step: 10, masses };
 * annualLossFigures({ fine: year, coarse: year, reading: "steps", bracket: undefined },
 *   { mean: 7, variance: 61, none: 0.5 }).valueAtRisk["0.9"] // => 20
 */
export function annualLossFigures(year: SolvedYear, moments: YearMoments): AnnualLoss {
  const { mean, variance, none } = moments;
  const central = lossCurve(year.fine, { none, reading: year.reading });
  const [low, high, kind] = year.bracket
    ? ([
        lossCurve(year.bracket.down, { none, reading: "steps" }),
        lossCurve(year.bracket.up, { none, reading: "steps" }),
        "bracket",
      ] as const)
    : ([central, lossCurve(year.coarse, { none, reading: year.reading }), "estimate"] as const);
  const shiftDown = year.bracket ? curveShift(central, low) : 0;
  const shiftUp = year.bracket ? curveShift(central, high) : 0;
  const valueAtRisk = record(QUANTILES, (level) => curveQuantile(central, Number(level)));
  const expectedShortfall = record(SHORTFALLS, (level) => curveShortfall(central, mean, Number(level)));
  const range = (figure: number, others: readonly number[]): FigureError => ({
    low: Math.min(figure, ...others),
    high: Math.max(figure, ...others),
    kind,
  });
  const around = (figure: number, other: number): FigureError => {
    const off = Math.abs(figure - other);
    return { low: Math.max(0, figure - off), high: figure + off, kind };
  };
  const certain = (figure: number): FigureError => ({ low: figure, high: figure, kind });
  return {
    expectedAnnualLoss: mean,
    standardDeviation: Math.sqrt(variance),
    probabilityOfLoss: 1 - none,
    valueAtRisk,
    expectedShortfall,
    exceedance: (year.reading === "steps" ? stepsOf(central, 1 - none) : undefined) ?? exceedance(central, 1 - none),
    error: {
      expectedAnnualLoss: certain(mean),
      standardDeviation: certain(Math.sqrt(variance)),
      valueAtRisk: record(QUANTILES, (level) => {
        const others = [low, high].map((curve) => curveQuantile(curve, Number(level)));
        return year.bracket ? range(valueAtRisk[level], others) : around(valueAtRisk[level], others[1]!);
      }),
      expectedShortfall: record(SHORTFALLS, (level) => {
        if (!year.bracket) return around(expectedShortfall[level], curveShortfall(high, mean, Number(level)));
        const bounds = [
          curveShortfall(low, mean + shiftDown, Number(level)),
          curveShortfall(high, mean + shiftUp, Number(level)),
        ];
        return range(expectedShortfall[level], bounds);
      }),
    },
  };
}

/** By how much the mean of a rounded year differs from that of the year, as far as either grid reaches. */
function curveShift(central: LossCurve, rounded: LossCurve): number {
  const top = Math.max(central.loss[central.loss.length - 1]!, rounded.loss[rounded.loss.length - 1]!);
  return curveLimitedExpectation(rounded, top) - curveLimitedExpectation(central, top);
}

function record<K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number>;
function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V>;
function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

/** Rarest level drawn. */
const RAREST = 1e-4;
const MOST_POINTS = 256;
const POINTS_BY_LEVEL = 128;
const POINTS_BY_LOSS = 120;

const rarestOf = (any: number) => Math.min(RAREST, any / 100);

/** Every step of a stepped curve, if they are few enough. */
function stepsOf({ loss, reached }: LossCurve, any: number): ExceedancePoint[] | undefined {
  const points: ExceedancePoint[] = [{ loss: 0, probability: any }];
  for (let k = 1; k < loss.length; k += 2) {
    if (!(loss[k]! > 0)) continue;
    points.push({ loss: loss[k]!, probability: Math.max(0, 1 - reached[k]!) });
    if (1 - reached[k]! <= rarestOf(any)) break;
    if (points.length === MOST_POINTS) return undefined;
  }
  return points;
}

/** Points even in the logarithm of the probability and even in the loss, so that body and tail both draw smoothly. */
function exceedance(curve: LossCurve, any: number): ExceedancePoint[] {
  if (!(any > 0)) return [{ loss: 0, probability: 0 }];
  const rarest = rarestOf(any);
  const top = curveQuantile(curve, 1 - rarest);
  const losses: number[] = [];
  for (let k = 1; k <= POINTS_BY_LEVEL; k++) {
    losses.push(curveQuantile(curve, 1 - any * (rarest / any) ** (k / POINTS_BY_LEVEL)));
  }
  for (let k = 1; k <= POINTS_BY_LOSS; k++) losses.push((top * k) / POINTS_BY_LOSS);
  losses.sort((a, b) => a - b);
  const points: ExceedancePoint[] = [{ loss: 0, probability: any }];
  for (const loss of losses) {
    const last = points[points.length - 1]!;
    if (loss > last.loss * (1 + 1e-9)) {
      points.push({ loss, probability: Math.min(last.probability, Math.max(0, 1 - curveCdf(curve, loss))) });
    }
  }
  return points;
}
