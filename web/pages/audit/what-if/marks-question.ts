import type { ThresholdMark } from "../../../../src/engine/fairness/threshold/threshold-marks.ts";
import type { ThresholdSweep } from "../../../../src/engine/fairness/threshold/threshold-sweep.ts";

/** What a wrong decision costs. */
export interface Costs {
  readonly falsePositiveCost: number;
  readonly falseNegativeCost: number;
}

export interface MarksQuestion {
  readonly key: number;
  readonly sweeps: readonly ThresholdSweep[];
  readonly costs: Costs;
}

export interface MarksReport {
  readonly key: number;
  readonly marks: readonly ThresholdMark[];
  readonly tookMs: number;
}
