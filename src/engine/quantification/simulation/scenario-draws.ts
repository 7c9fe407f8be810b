import { type StreamKey, streamKey } from "../../stats/stream-key.ts";
import type { ControlEffect, Estimate, Scenario } from "../scenario.ts";
import { drawEstimate, type EstimateDraw } from "./draw-estimate.ts";

/** The effect of one control: where it stands among the scenario's controls, and the draws of its effectiveness. */
export interface ControlDraw {
  readonly position: number;
  readonly effectiveness: EstimateDraw;
}

/** A scenario ready to be drawn. */
export interface ScenarioDraws {
  readonly key: StreamKey;
  /** Their product is the mean number of events of a year. */
  readonly frequency: readonly EstimateDraw[];
  readonly primary: EstimateDraw;
  readonly secondary: { readonly probability: EstimateDraw; readonly loss: EstimateDraw } | null;
  readonly onFrequency: readonly ControlDraw[];
  readonly onLoss: readonly ControlDraw[];
}

/**
 * Reads a scenario into draws keyed by the seed and the scenario's id.
 *
 * @throws EstimateError naming the scenario and the field, as the exact engine does
 *
 * @example
 * const scenario = { id: "r", system: "s", frequency: 2, loss: { primary: 1000 }, controls: [] };
 * scenarioDraws(scenario, 1).primary.certain // => 1000
 */
export function scenarioDraws(scenario: Scenario, seed: number): ScenarioDraws {
  const draw = (field: string, kind: "quantity" | "probability", estimate: Estimate): EstimateDraw =>
    drawEstimate(estimate, { field: `${scenario.id}: ${field}`, kind });
  const controls = (acts: ControlEffect["acts"]): ControlDraw[] =>
    scenario.controls.flatMap((control, position) =>
      control.acts === acts
        ? [
            {
              position,
              effectiveness: draw(`controls[${position}].effectiveness`, "probability", control.effectiveness),
            },
          ]
        : [],
    );
  const { primary, secondary } = scenario.loss;
  return {
    key: streamKey(seed, scenario.id),
    frequency: frequencyDraws(scenario.frequency, draw),
    primary: draw("loss.primary", "quantity", primary),
    secondary: secondary
      ? {
          probability: draw("loss.secondary.probability", "probability", secondary.probability),
          loss: draw("loss.secondary.loss", "quantity", secondary.loss),
        }
      : null,
    onFrequency: controls("frequency"),
    onLoss: controls("loss"),
  };
}

function frequencyDraws(
  frequency: Scenario["frequency"],
  draw: (field: string, kind: "quantity" | "probability", estimate: Estimate) => EstimateDraw,
): EstimateDraw[] {
  if (typeof frequency !== "object" || !("vulnerability" in frequency))
    return [draw("frequency", "quantity", frequency)];
  const vulnerability = draw("frequency.vulnerability", "probability", frequency.vulnerability);
  if ("threatEvents" in frequency) {
    return [draw("frequency.threatEvents", "quantity", frequency.threatEvents), vulnerability];
  }
  return [
    draw("frequency.contact", "quantity", frequency.contact),
    draw("frequency.action", "probability", frequency.action),
    vulnerability,
  ];
}
