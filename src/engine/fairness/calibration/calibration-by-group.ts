import { normalQuantile } from "../../stats/normal-quantile.ts";
import type { MetricSource } from "../disparity/metric-source.ts";
import type { Group } from "../group/group.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";
import { type CoxRecalibration, coxRecalibration, spiegelhalterCalibration } from "./cox-recalibration.ts";
import { type CalibrationError, expectedCalibrationError } from "./expected-calibration-error.ts";
import { type ReliabilityBin, reliabilityCurve } from "./reliability-curve.ts";

/** How well the scores of one group mean what they say. */
export interface CalibrationByGroup {
  /** Empty for all groups together. */
  readonly group: Group;
  /** Labelled and scored rows. */
  readonly n: number;
  readonly curve: readonly ReliabilityBin[];
  readonly error: CalibrationError;
  /** Null where it cannot be fitted. */
  readonly cox: CoxRecalibration | null;
  readonly spiegelhalter: { readonly z: number; readonly pValue: number } | null;
}

/**
 * Calibration of all together and of each group of each source that has labelled scores.
 *
 * @param level - confidence of the intervals
 * @example
 * const dimensions = [{ name: "label", role: "label", values: ["0", "1"] }, { name: "score", role: "score", values: [0.2] }];
 * const codes = [Int32Array.of(0, 1), Int32Array.of(0, 0)];
 * const cube = { dimensions, codes, n: Float64Array.of(80, 20), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * const source = metricSource(cube, [], { rule: { kind: "threshold", at: 0.5 } });
 * calibrationByGroup(source, [], { level: 0.95 })[0].error.expected // => 0
 */
export function calibrationByGroup(
  all: MetricSource,
  sources: readonly MetricSource[],
  { level }: { level: number },
): CalibrationByGroup[] {
  const critical = normalQuantile((1 + level) / 2);
  const of = (group: Group, histogram: ScoreHistogram): CalibrationByGroup[] => {
    const n = histogram.n[0] + histogram.n[1];
    if (n === 0) return [];
    return [
      {
        group,
        n,
        curve: reliabilityCurve(histogram, { critical }),
        error: expectedCalibrationError(histogram),
        cox: coxRecalibration(histogram, critical),
        spiegelhalter: spiegelhalterCalibration(histogram),
      },
    ];
  };
  return [
    ...of({}, all.histograms().histograms.at(-1)!),
    ...sources.flatMap((source) => source.groups.flatMap((group, g) => of(group, source.histograms().histograms[g]!))),
  ];
}
