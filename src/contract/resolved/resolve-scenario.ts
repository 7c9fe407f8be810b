import type { Estimate } from "../../engine/quantification/estimate/estimate.ts";
import { lossForms } from "../../engine/quantification/loss-forms.ts";
import type { CommonCause, Frequency, LossMagnitude, Vulnerability } from "../../engine/quantification/scenario.ts";
import type { ScenarioToScore } from "../../engine/scoring/risk-score.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import type { FileEstimate } from "../estimate.ts";
import type { Dependency } from "../record.ts";
import type { FileFrequency, FileLossMagnitude, FileScenario, FileVulnerability } from "../scenario.ts";
import { resolveEstimate } from "./resolve-estimate.ts";

/** What a scenario of the file refers to. */
export interface ScenarioContext {
  readonly scale: Scale;
  /** By id: what strikes several systems at once. */
  readonly dependencies: ReadonlyMap<string, Pick<Dependency, "strikes">>;
  /** Units of the portfolio's currency for one of the currency named. */
  readonly rateOf: (currency: string) => number;
  readonly annualTurnover?: number | undefined;
}

type Reader = (estimate: FileEstimate) => Estimate;

/**
 * A scenario as the engine reads it: every estimate resolved, every common cause with the strikes of its dependency.
 *
 * A common cause that is not among `dependencies`, or has no strikes, is left out: nobody knows how often it strikes.
 */
export function resolveScenario(
  { frequency, count, loss, commonCauses }: FileScenario,
  { scale, dependencies, ...context }: ScenarioContext,
): ScenarioToScore {
  const events: Reader = (estimate) => resolveEstimate(estimate, { ...context, levels: scale.likelihood });
  const money: Reader = (estimate) => resolveEstimate(estimate, { ...context, levels: scale.impact });
  const share: Reader = (estimate) => resolveEstimate(estimate, { ...context, levels: [] });
  const { secondary } = loss;
  return {
    frequency: resolveFrequency(frequency, events, share),
    ...(count && { count }),
    loss: {
      primary: resolveMagnitude(loss.primary, money),
      ...(secondary && {
        secondary: { probability: share(secondary.probability), loss: resolveMagnitude(secondary.loss, money) },
      }),
    },
    ...(commonCauses && {
      commonCauses: commonCauses.flatMap(({ cause, probability }): CommonCause[] => {
        const strikes = dependencies.get(cause)?.strikes;
        return strikes === undefined ? [] : [{ cause, strikes: events(strikes), probability: share(probability) }];
      }),
    }),
  };
}

function resolveFrequency(frequency: FileFrequency, events: Reader, share: Reader): Frequency {
  if (typeof frequency !== "object" || !("vulnerability" in frequency)) return events(frequency);
  const vulnerability = resolveVulnerability(frequency.vulnerability, share);
  if ("threatEvents" in frequency) return { threatEvents: events(frequency.threatEvents), vulnerability };
  return { contact: events(frequency.contact), action: share(frequency.action), vulnerability };
}

function resolveVulnerability(vulnerability: FileVulnerability, share: Reader): Vulnerability {
  if (typeof vulnerability !== "object" || !("resistance" in vulnerability)) return share(vulnerability);
  return { threatCapability: share(vulnerability.threatCapability), resistance: share(vulnerability.resistance) };
}

function resolveMagnitude(magnitude: FileLossMagnitude, money: Reader): LossMagnitude {
  if (typeof magnitude !== "object" || !("forms" in magnitude)) return money(magnitude);
  const { forms } = magnitude;
  const given = lossForms.flatMap((form) => {
    const estimate = forms[form];
    return estimate === undefined ? [] : [[form, money(estimate)] as const];
  });
  return { forms: Object.fromEntries(given) };
}
