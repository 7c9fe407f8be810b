import type { FileScenario } from "../contract/estimate.ts";
import type { Control, Risk } from "../contract/record.ts";
import type { Frequency, Loss } from "../engine/quantification/scenario.ts";
import type { ControlInUse, RiskToScore } from "../engine/scoring/risk-score.ts";
import type { Scale } from "../engine/scoring/scale.ts";
import { resolveEstimate } from "./resolve-estimate.ts";

/** What a risk of the file refers to. */
export interface RiskContext {
  readonly scale: Scale;
  /** By id. */
  readonly controls: ReadonlyMap<string, Pick<Control, "status" | "due">>;
  /** Units of the portfolio's currency for one of the currency named. */
  readonly rateOf: (currency: string) => number;
}

/** A risk as written. An assessment that is newer than the file stands in for its ratings. */
export type RatedRisk = Pick<Risk, "id" | "system" | "category" | "inherent" | "residual" | "controls" | "scenario">;

/**
 * What the engine needs of one risk to place it: controls with their status, levels and currencies resolved.
 *
 * A control that is not among `controls` is left out: it cannot be known to work.
 */
export function scoringInput(risk: RatedRisk, context: RiskContext): RiskToScore {
  const controls = (risk.controls ?? []).flatMap(({ control, acts, effectiveness }): ControlInUse[] => {
    const record = context.controls.get(control);
    return record === undefined ? [] : [{ control, status: record.status, acts, effectiveness, due: record.due }];
  });
  return {
    id: risk.id,
    system: risk.system,
    category: risk.category,
    inherent: risk.inherent,
    judged: risk.residual && { likelihood: risk.residual.likelihood, impact: risk.residual.impact },
    controls,
    scenario: risk.scenario && resolveScenario(risk.scenario, context),
  };
}

function resolveScenario(
  { frequency, loss }: FileScenario,
  { scale, rateOf }: RiskContext,
): { frequency: Frequency; loss: Loss } {
  const events = { levels: scale.likelihood, rateOf };
  const money = { levels: scale.impact, rateOf };
  return {
    frequency: resolveFrequency(frequency, events),
    loss: {
      primary: resolveEstimate(loss.primary, money),
      secondary: loss.secondary && {
        probability: loss.secondary.probability,
        loss: resolveEstimate(loss.secondary.loss, money),
      },
    },
  };
}

function resolveFrequency(
  frequency: FileScenario["frequency"],
  events: Parameters<typeof resolveEstimate>[1],
): Frequency {
  if (typeof frequency === "object" && "threatEvents" in frequency) {
    return { ...frequency, threatEvents: resolveEstimate(frequency.threatEvents, events) };
  }
  if (typeof frequency === "object" && "contact" in frequency) {
    return { ...frequency, contact: resolveEstimate(frequency.contact, events) };
  }
  return resolveEstimate(frequency, events);
}
