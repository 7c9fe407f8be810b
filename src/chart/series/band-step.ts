import type { RampStep } from "./risk-ramp.ts";

/**
 * The step of the ramp that a band is drawn in: the lowest band the first, the highest the last, the rest evenly between.
 * More bands than steps share some; the words in the cells and the lines between them tell those apart.
 */
export function bandStep(bandNames: readonly string[], band: string): RampStep {
  const at = Math.max(0, bandNames.indexOf(band)) / Math.max(1, bandNames.length - 1);
  return (1 + Math.round(4 * at)) as RampStep;
}
