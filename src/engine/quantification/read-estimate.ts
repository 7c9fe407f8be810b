import type { Distribution } from "../stats/distribution.ts";
import type { Estimate } from "./estimate/estimate.ts";
import type { EstimatePlace } from "./estimate/estimate-distribution.ts";

/** Reads one estimate of a scenario; the field is named in an error. */
export type ReadEstimate = (kind: EstimatePlace["kind"], field: string, estimate: Estimate) => Distribution;
