import { type StreamKey, streamKey } from "../../stats/stream-key.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import { EstimateError } from "../estimate/estimate-error.ts";
import { lossForms } from "../loss-forms.ts";
import type { ControlEffect, Count, LossMagnitude, Scenario } from "../scenario.ts";
import { type ControlGroup, controlGroups, type ReadDraw } from "./control-groups.ts";
import { drawEstimate } from "./draw-estimate.ts";
import type { EstimateDraw } from "./estimate-draw.ts";
import { frequencyDraws } from "./frequency-draws.ts";
import { STREAM_PLACE } from "./stream-place.ts";

/** One of the independent losses that an event's loss is the sum of, and the place of its stream. */
export interface LossDraw {
  readonly place: number;
  readonly amount: EstimateDraw;
}

/** A common cause as one scenario meets it. */
export interface CauseDraws {
  readonly cause: string;
  /** Of the strikes: the same in every scenario. */
  readonly strikesKey: StreamKey;
  readonly strikes: EstimateDraw;
  /** Of what the strikes do to this scenario. */
  readonly key: StreamKey;
  /** Mean probability that a strike brings an event. */
  readonly probability: number;
}

/** A scenario ready to be drawn. */
export interface ScenarioDraws {
  readonly key: StreamKey;
  /** Their product is the rate of a year, or the probability of its event. */
  readonly frequency: readonly EstimateDraw[];
  readonly count: Count;
  readonly primary: readonly LossDraw[];
  readonly secondary: { readonly probability: EstimateDraw; readonly loss: readonly LossDraw[] } | null;
  readonly controls: Readonly<Record<ControlEffect["acts"], readonly ControlGroup[]>>;
  readonly causes: readonly CauseDraws[];
}

const POISSON: Count = { kind: "poisson" };

/**
 * Reads a scenario into draws keyed by the seed and the scenario's id; those of a common cause's strikes by the
 * cause's id, those of a control by the scenario's and the control's.
 *
 * @throws EstimateError naming the scenario and the field, as the exact engine does
 * @throws RangeError when a control acts on one node twice or a common cause is named twice
 *
 * @example
 * const scenario = { id: "r", system: "s", frequency: 2, loss: { primary: 1000 }, controls: [] };
 * scenarioDraws(scenario, 1).primary[0].amount.certain // => 1000
 */
export function scenarioDraws(scenario: Scenario, seed: number): ScenarioDraws {
  const { id, count = POISSON, commonCauses = [] } = scenario;
  const read: ReadDraw = (field, kind, estimate) => drawEstimate(estimate, { field: `${id}: ${field}`, kind });
  const causeNames = commonCauses.map(({ cause }) => `${id}\u0000cause\u0000${cause}`);
  const named = { seed, sources: [id, ...causeNames], read };
  const { primary, secondary } = scenario.loss;
  return {
    key: streamKey(seed, id),
    frequency: frequencyDraws(scenario, read),
    count: checkedCount(count, id),
    primary: lossDraws(primary, { id, part: "primary", read }),
    secondary: secondary
      ? {
          probability: read("loss.secondary.probability", "probability", secondary.probability),
          loss: lossDraws(secondary.loss, { id, part: "secondary", read }),
        }
      : null,
    controls: {
      frequency: controlGroups(scenario, "frequency", named),
      loss: controlGroups(scenario, "loss", named),
      secondary: controlGroups(scenario, "secondary", named),
    },
    causes: commonCauses.map(({ cause, strikes, probability }, i) => {
      if (commonCauses.findIndex((other) => other.cause === cause) < i) {
        throw new RangeError(`${id}: common cause ${cause} given twice; give it once`);
      }
      const field = `${id}: commonCauses[${i}].probability`;
      return {
        cause,
        strikesKey: streamKey(seed, `\u0000cause\u0000${cause}`),
        strikes: read(`commonCauses[${i}].strikes`, "quantity", strikes),
        key: streamKey(seed, causeNames[i]!),
        probability: estimateDistribution(probability, { field, kind: "probability" }).mean,
      };
    }),
  };
}

function lossDraws(
  loss: LossMagnitude,
  { id, part, read }: { readonly id: string; readonly part: "primary" | "secondary"; readonly read: ReadDraw },
): readonly LossDraw[] {
  const field = part === "primary" ? "loss.primary" : "loss.secondary.loss";
  if (typeof loss !== "object" || !("forms" in loss)) {
    const place = part === "primary" ? STREAM_PLACE.primary : STREAM_PLACE.secondaryLoss;
    return [{ place, amount: read(field, "quantity", loss) }];
  }
  const { forms } = loss;
  if (Object.values(forms).every((estimate) => estimate === undefined)) {
    throw new EstimateError(`${id}: ${field}.forms`, forms, `give one form of loss at least: ${lossForms.join(", ")}`);
  }
  const first = part === "primary" ? STREAM_PLACE.primaryForms : STREAM_PLACE.secondaryForms;
  return lossForms.flatMap((form, i) => {
    const estimate = forms[form];
    return estimate === undefined
      ? []
      : [{ place: first + i, amount: read(`${field}.forms.${form}`, "quantity", estimate) }];
  });
}

function checkedCount(count: Count, id: string): Count {
  if (count.kind === "negative-binomial" && !(count.size > 0 && count.size < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${id}: count.size not a number above 0: ${count.size}; give one such as 2`);
  }
  if (count.kind === "zero-inflated" && !(count.silent >= 0 && count.silent <= 1)) {
    throw new RangeError(`${id}: count.silent not a probability: ${count.silent}; give one such as 0.3`);
  }
  return count;
}
