import { atoms } from "../stats/atoms.ts";
import type { Distribution } from "../stats/distribution.ts";
import { product } from "../stats/product.ts";
import { scaled } from "../stats/scaled.ts";
import { controlsLeft } from "./controls-left.ts";
import type { Estimate } from "./estimate/estimate.ts";
import { estimateDistribution } from "./estimate/estimate-distribution.ts";
import { EstimateError } from "./estimate/estimate-error.ts";
import { lossForms } from "./loss-forms.ts";
import type { ReadEstimate } from "./read-estimate.ts";
import type { Count, LossMagnitude, Scenario, Vulnerability } from "./scenario.ts";
import { vulnerability } from "./vulnerability.ts";

/** A scenario with every estimate read: what the exact engine computes from. */
export interface ScenarioDistributions {
  readonly id: string;
  /** Independent factors of the events a year; those known for certain are multiplied into another. */
  readonly rateFactors: readonly Distribution[];
  readonly count: Count;
  /** Independent factors of what is left of each loss, gathered likewise. */
  readonly multiplierFactors: readonly Distribution[];
  /** Independent addends of the primary loss, one at least; those known for certain are one. */
  readonly primary: readonly Distribution[];
  /** The probability already under the controls that act on it, and the addends of the loss. */
  readonly secondary: { readonly probability: Distribution; readonly loss: readonly Distribution[] } | undefined;
  readonly strikes: readonly CauseDistributions[];
}

/** A common cause as one scenario has it. */
export interface CauseDistributions {
  readonly cause: string;
  /** As it was given, to be compared with that of the other scenarios. */
  readonly estimate: Estimate;
  readonly rate: Distribution;
  /** Probability that a strike brings an event, under the controls on frequency. */
  readonly probability: number;
}

/**
 * Reads the estimates of a scenario: the factors of its frequency (with what the controls on it leave), those of its
 * loss, the addends of its primary and secondary loss, and its common causes.
 *
 * Vulnerability given as threat capability and resistance is a certain number; the frequency of a count of at most one
 * is read as a probability. Throws an EstimateError that names the scenario and the field.
 *
 * @example
 * scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }).primary[0].mean // => 5
 */
export function scenarioDistributions(
  scenario: Scenario,
  /** May give one distribution for several estimates that are the same. */
  readOne = estimateDistribution,
): ScenarioDistributions {
  const read: ReadEstimate = (kind, field, estimate) => readOne(estimate, { kind, field: `${scenario.id}: ${field}` });
  const { count = { kind: "poisson" }, controls, loss, commonCauses = [] } = scenario;
  checkCount(scenario.id, count);
  const onFrequency = controlsLeft(controls, { acts: "frequency", read });
  const onSecondary = controlsLeft(controls, { acts: "secondary", read });
  const thinned = onFrequency.reduce((total, { mean }) => total * mean, 1);
  return {
    id: scenario.id,
    rateFactors: gathered([...frequencyFactors(scenario, read), ...onFrequency]),
    count,
    multiplierFactors: gathered(controlsLeft(controls, { acts: "loss", read })),
    primary: addends(loss.primary, { scenario, field: "loss.primary", read }),
    secondary: loss.secondary && {
      probability: product([
        read("probability", "loss.secondary.probability", loss.secondary.probability),
        ...onSecondary,
      ]),
      loss: addends(loss.secondary.loss, { scenario, field: "loss.secondary.loss", read }),
    },
    strikes: commonCauses.map(({ cause, strikes, probability }, k) => {
      if (commonCauses.findIndex((other) => other.cause === cause) < k) {
        throw new EstimateError(`${scenario.id}: commonCauses[${k}].cause`, cause, "give each cause once");
      }
      return {
        cause,
        estimate: strikes,
        rate: read("quantity", `commonCauses[${k}].strikes`, strikes),
        probability: thinned * read("probability", `commonCauses[${k}].probability`, probability).mean,
      };
    }),
  };
}

function checkCount(id: string, count: Count): void {
  if (count.kind === "negative-binomial" && !(count.size > 0 && count.size < Infinity)) {
    throw new EstimateError(`${id}: count.size`, count.size, "give a size above 0");
  }
  if (count.kind === "zero-inflated" && !(count.silent >= 0 && count.silent <= 1)) {
    throw new EstimateError(`${id}: count.silent`, count.silent, "give a probability from 0 to 1");
  }
}

function frequencyFactors({ frequency, count }: Scenario, read: ReadEstimate): Distribution[] {
  const kind = count?.kind === "at-most-one" ? "probability" : "quantity";
  if (typeof frequency === "object" && frequency !== null && "vulnerability" in frequency) {
    const overcome = vulnerabilityOf(frequency.vulnerability, read);
    if ("threatEvents" in frequency) return [read(kind, "frequency.threatEvents", frequency.threatEvents), overcome];
    return [
      read(kind, "frequency.contact", frequency.contact),
      read("probability", "frequency.action", frequency.action),
      overcome,
    ];
  }
  return [read(kind, "frequency", frequency)];
}

function vulnerabilityOf(given: Vulnerability, read: ReadEstimate): Distribution {
  const field = "frequency.vulnerability";
  if (typeof given !== "object" || given === null || !("threatCapability" in given)) {
    return read("probability", field, given);
  }
  const force = read("probability", `${field}.threatCapability`, given.threatCapability);
  return atoms([vulnerability(force, read("probability", `${field}.resistance`, given.resistance))]);
}

/** The addends of a loss, in the order of the forms; what is certain of them is added up. */
function addends(
  magnitude: LossMagnitude,
  { scenario, field, read }: { readonly scenario: Scenario; readonly field: string; readonly read: ReadEstimate },
): Distribution[] {
  if (typeof magnitude !== "object" || magnitude === null || !("forms" in magnitude)) {
    return [read("quantity", field, magnitude)];
  }
  const { forms } = magnitude;
  const losses = lossForms.flatMap((form) => {
    const estimate = forms[form];
    return estimate === undefined ? [] : [read("quantity", `${field}.forms.${form}`, estimate)];
  });
  if (losses.length === 0) {
    throw new EstimateError(
      `${scenario.id}: ${field}.forms`,
      forms,
      `give one form of loss at least: ${lossForms.join(", ")}`,
    );
  }
  const certain = losses.filter(isCertain).reduce((sum, { mean }) => sum + mean, 0);
  const uncertain = losses.filter((loss) => !isCertain(loss));
  return certain > 0 || uncertain.length === 0 ? [...uncertain, atoms([certain])] : uncertain;
}

const isCertain = ({ support }: Distribution) => support[0] === support[1];

/** Certain factors multiply into the first uncertain one, so that one uncertain factor keeps its closed form. */
function gathered(factors: readonly Distribution[]): Distribution[] {
  let certain = 1;
  const uncertain: Distribution[] = [];
  for (const factor of factors) {
    if (isCertain(factor)) certain *= factor.mean;
    else uncertain.push(factor);
  }
  const [first, ...rest] = uncertain;
  return first && certain !== 0 ? [scaled(first, certain), ...rest] : [atoms([certain])];
}
