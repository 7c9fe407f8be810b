import type { GapKind } from "./gap.ts";
import { METRIC_NAMES, type MetricName } from "./metric-source.ts";

/** How the gaps of several metrics make one: the worst, their mean, or the mean within the worst pair of groups. */
type GapCombination = "single" | "worst" | "mean" | "mean-of-pair";

/** What a named disparity is the gap of. */
export interface DisparityDefinition {
  readonly name: string;
  readonly kind: GapKind;
  readonly metrics: readonly MetricName[];
  readonly combination: GapCombination;
}

const ODDS = ["truePositiveRate", "falsePositiveRate"] as const;

const NAMED: readonly DisparityDefinition[] = [
  { name: "demographicParityDifference", kind: "difference", metrics: ["selectionRate"], combination: "single" },
  { name: "demographicParityRatio", kind: "ratio", metrics: ["selectionRate"], combination: "single" },
  { name: "equalOpportunityDifference", kind: "difference", metrics: ["truePositiveRate"], combination: "single" },
  { name: "equalOpportunityRatio", kind: "ratio", metrics: ["truePositiveRate"], combination: "single" },
  {
    name: "predictiveParityDifference",
    kind: "difference",
    metrics: ["positivePredictiveValue"],
    combination: "single",
  },
  { name: "predictiveParityRatio", kind: "ratio", metrics: ["positivePredictiveValue"], combination: "single" },
  { name: "equalizedOddsDifference", kind: "difference", metrics: ODDS, combination: "worst" },
  { name: "equalizedOddsRatio", kind: "ratio", metrics: ODDS, combination: "worst" },
  { name: "equalizedOddsMeanDifference", kind: "difference", metrics: ODDS, combination: "mean" },
  { name: "equalizedOddsMeanRatio", kind: "ratio", metrics: ODDS, combination: "mean" },
  { name: "averageOddsDifference", kind: "difference", metrics: ["averageOdds"], combination: "single" },
  { name: "averageAbsoluteOddsDifference", kind: "difference", metrics: ODDS, combination: "mean-of-pair" },
];

/**
 * Definition of a disparity by its name: one of the names of the field, or any metric followed by Difference or Ratio.
 *
 * @throws RangeError for another name
 * @example
 * disparityDefinition("equalOpportunityRatio") // => { name: "equalOpportunityRatio", kind: "ratio", metrics: ["truePositiveRate"], combination: "single" }
 */
export function disparityDefinition(name: string): DisparityDefinition {
  const named = NAMED.find((definition) => definition.name === name);
  if (named) return named;
  const [, metric = "", kind] = /^(.*)(Difference|Ratio)$/.exec(name) ?? [];
  if (!(METRIC_NAMES as readonly string[]).includes(metric))
    throw new RangeError(
      `disparity not known: ${name}; name a metric and Difference or Ratio, such as accuracyDifference`,
    );
  return {
    name,
    kind: kind === "Ratio" ? "ratio" : "difference",
    metrics: [metric as MetricName],
    combination: "single",
  };
}

/** The disparities of the field that a table of label and decision can give, in the order they are reported. */
export const NAMED_DISPARITIES: readonly string[] = NAMED.map(({ name }) => name);
