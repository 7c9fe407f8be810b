import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import type { Scenario, Vulnerability } from "../scenario.ts";
import { vulnerability } from "../vulnerability.ts";
import type { ReadDraw } from "./control-groups.ts";
import { certainDraw, type EstimateDraw } from "./estimate-draw.ts";

/**
 * The factors of a scenario's frequency; where at most one event happens, as probabilities.
 *
 * @throws EstimateError naming the scenario and the field
 *
 * @example
 * const read = (field, kind, estimate) => drawEstimate(estimate, { field, kind });
 * const scenario = { id: "r", system: "s", frequency: 2, loss: { primary: 1000 }, controls: [] };
 * frequencyDraws(scenario, read).map(({ certain }) => certain) // => [2]
 */
export function frequencyDraws({ id, frequency, count }: Scenario, read: ReadDraw): EstimateDraw[] {
  const kind = count?.kind === "at-most-one" ? "probability" : "quantity";
  if (typeof frequency !== "object" || !("vulnerability" in frequency)) return [read("frequency", kind, frequency)];
  const overcome = vulnerabilityDraw(frequency.vulnerability, id, read);
  if ("threatEvents" in frequency) return [read("frequency.threatEvents", kind, frequency.threatEvents), overcome];
  return [
    read("frequency.contact", kind, frequency.contact),
    read("frequency.action", "probability", frequency.action),
    overcome,
  ];
}

/** Force against resistance is drawn with each threat event, so that only its probability matters. */
function vulnerabilityDraw(given: Vulnerability, id: string, read: ReadDraw): EstimateDraw {
  const field = "frequency.vulnerability";
  if (typeof given !== "object" || !("threatCapability" in given)) return read(field, "probability", given);
  const distribution = (of: "threatCapability" | "resistance") =>
    estimateDistribution(given[of], { field: `${id}: ${field}.${of}`, kind: "probability" });
  return certainDraw(vulnerability(distribution("threatCapability"), distribution("resistance")));
}
