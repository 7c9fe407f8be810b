import { type StreamKey, streamKey } from "../../stats/stream-key.ts";
import type { ControlEffect, Scenario } from "../scenario.ts";
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
 * @throws RangeError when an estimate is not a distribution or reaches below 0, naming the scenario
 */
export function scenarioDraws(scenario: Scenario, seed: number): ScenarioDraws {
  const { frequency, loss, controls } = scenario;
  const key = streamKey(seed, scenario.id);
  try {
    return {
      key,
      frequency: frequencyDraws(frequency),
      primary: drawEstimate(loss.primary, "quantity"),
      secondary: loss.secondary
        ? {
            probability: drawEstimate(loss.secondary.probability, "probability"),
            loss: drawEstimate(loss.secondary.loss, "quantity"),
          }
        : null,
      onFrequency: controlDraws(controls, "frequency"),
      onLoss: controlDraws(controls, "loss"),
    };
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`scenario ${scenario.id}: ${error.message}`);
    throw error;
  }
}

function frequencyDraws(frequency: Scenario["frequency"]): EstimateDraw[] {
  if (typeof frequency === "object" && "contact" in frequency) {
    return [
      drawEstimate(frequency.contact, "quantity"),
      drawEstimate(frequency.action, "probability"),
      drawEstimate(frequency.vulnerability, "probability"),
    ];
  }
  if (typeof frequency === "object" && "threatEvents" in frequency) {
    return [drawEstimate(frequency.threatEvents, "quantity"), drawEstimate(frequency.vulnerability, "probability")];
  }
  return [drawEstimate(frequency, "quantity")];
}

function controlDraws(controls: readonly ControlEffect[], acts: ControlEffect["acts"]): ControlDraw[] {
  return controls.flatMap((control, position) =>
    control.acts === acts ? [{ position, effectiveness: drawEstimate(control.effectiveness, "probability") }] : [],
  );
}
