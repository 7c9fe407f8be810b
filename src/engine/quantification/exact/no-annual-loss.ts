import type { AnnualLoss, FigureError } from "../annual-loss.ts";

/**
 * The figures of a year that certainly brings no loss.
 *
 * @example
 * noAnnualLoss("estimate").exceedance // => [{ loss: 0, probability: 0 }]
 */
export function noAnnualLoss(kind: "estimate" | "bracket"): AnnualLoss {
  const error: FigureError = { low: 0, high: 0, kind };
  const quantiles = <T>(value: T) => ({ "0.5": value, "0.9": value, "0.95": value, "0.99": value });
  const shortfalls = <T>(value: T) => ({ "0.95": value, "0.99": value });
  return {
    expectedAnnualLoss: 0,
    standardDeviation: 0,
    probabilityOfLoss: 0,
    valueAtRisk: quantiles(0),
    expectedShortfall: shortfalls(0),
    exceedance: [{ loss: 0, probability: 0 }],
    error: {
      expectedAnnualLoss: error,
      standardDeviation: error,
      valueAtRisk: quantiles(error),
      expectedShortfall: shortfalls(error),
    },
  };
}
