import type { WeighReport } from "../../contract/weigh-report.ts";

/** How a dimension's part of a bar is filled: a step of the ramp, or hatched together with all that weigh less. */
export interface DimensionShade {
  readonly dimension: string;
  readonly step: 1 | 2 | 3 | 4 | 5 | "others";
}

const steps = [5, 4, 3, 2, 1] as const;

/** Dimensions in the order in which bars stack them, the heaviest first and darkest; what has no weight is in no bar. */
export function compositeShades(weights: WeighReport["weighting"]["weights"]): DimensionShade[] {
  const counting = weights.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const own = counting.length > steps.length ? steps.length - 1 : steps.length;
  return counting.map(({ dimension }, place) => ({ dimension, step: place < own ? steps[place]! : "others" }));
}
