import { atoms } from "../stats/atoms.ts";
import { complement } from "../stats/complement.ts";
import type { Distribution } from "../stats/distribution.ts";
import { scaled } from "../stats/scaled.ts";
import { type EstimatePlace, estimateDistribution } from "./estimate/estimate-distribution.ts";
import type { Estimate, Scenario } from "./scenario.ts";

/** A scenario with every estimate read: what the exact engine computes from. */
export interface ScenarioDistributions {
  readonly id: string;
  /** Independent factors of the events a year; those known for certain are multiplied into another. */
  readonly rateFactors: readonly Distribution[];
  /** Independent factors of what is left of each loss, gathered likewise. */
  readonly multiplierFactors: readonly Distribution[];
  readonly primary: Distribution;
  readonly secondary: { readonly probability: Distribution; readonly loss: Distribution } | undefined;
}

/**
 * Reads the estimates of a scenario: the factors of its frequency (with 1 − effectiveness of each control that acts on
 * it), the factors left of its loss, and its primary and secondary loss.
 *
 * Throws an EstimateError that names the scenario and the field.
 *
 * @example
 * scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }).primary.mean // => 5
 */
export function scenarioDistributions(scenario: Scenario): ScenarioDistributions {
  const at = (kind: EstimatePlace["kind"], field: string, estimate: Estimate) =>
    estimateDistribution(estimate, { kind, field: `${scenario.id}: ${field}` });
  const left = (acts: "frequency" | "loss") =>
    scenario.controls.flatMap((control, k) =>
      control.acts === acts
        ? [complement(at("probability", `controls[${k}].effectiveness`, control.effectiveness))]
        : [],
    );
  const { secondary } = scenario.loss;
  return {
    id: scenario.id,
    rateFactors: gathered([...frequencyFactors(scenario, at), ...left("frequency")]),
    multiplierFactors: gathered(left("loss")),
    primary: at("quantity", "loss.primary", scenario.loss.primary),
    secondary: secondary && {
      probability: at("probability", "loss.secondary.probability", secondary.probability),
      loss: at("quantity", "loss.secondary.loss", secondary.loss),
    },
  };
}

function frequencyFactors(
  { frequency }: Scenario,
  at: (kind: EstimatePlace["kind"], field: string, estimate: Estimate) => Distribution,
): Distribution[] {
  if (typeof frequency === "object" && frequency !== null && "vulnerability" in frequency) {
    const vulnerability = at("probability", "frequency.vulnerability", frequency.vulnerability);
    if ("threatEvents" in frequency) {
      return [at("quantity", "frequency.threatEvents", frequency.threatEvents), vulnerability];
    }
    return [
      at("quantity", "frequency.contact", frequency.contact),
      at("probability", "frequency.action", frequency.action),
      vulnerability,
    ];
  }
  return [at("quantity", "frequency", frequency)];
}

/** Certain factors multiply into the first uncertain one, so that one uncertain factor keeps its closed form. */
function gathered(factors: readonly Distribution[]): Distribution[] {
  let certain = 1;
  const uncertain: Distribution[] = [];
  for (const factor of factors) {
    if (factor.support[0] === factor.support[1]) certain *= factor.mean;
    else uncertain.push(factor);
  }
  const [first, ...rest] = uncertain;
  return first && certain !== 0 ? [scaled(first, certain), ...rest] : [atoms([certain])];
}
