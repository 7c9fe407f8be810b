const ofPairs = [
  "demographicParity",
  "equalOpportunity",
  "predictiveParity",
  "equalizedOdds",
  "equalizedOddsMean",
] as const;
const ofMetrics = [
  "selectionRate",
  "baseRate",
  "accuracy",
  "errorRate",
  "balancedAccuracy",
  "truePositiveRate",
  "falsePositiveRate",
  "trueNegativeRate",
  "falseNegativeRate",
  "positivePredictiveValue",
  "negativePredictiveValue",
  "falseDiscoveryRate",
  "falseOmissionRate",
  "falsePositiveShare",
  "falseNegativeShare",
  "f1",
  "averageOdds",
  "treatmentEquality",
  "auc",
  "brier",
  "logLoss",
  "expectedCalibrationError",
  "meanScore",
  "meanOutcome",
  "meanError",
  "meanAbsoluteError",
  "meanSquaredError",
  "rootMeanSquaredError",
] as const;

/** Disparities that a limit can be drawn for: those of the field first, then the gap of any metric. */
export const disparityNames = [
  ...ofPairs.flatMap((name) => [`${name}Difference` as const, `${name}Ratio` as const]),
  "averageAbsoluteOddsDifference" as const,
  ...ofMetrics.flatMap((name) => [`${name}Difference` as const, `${name}Ratio` as const]),
];
