import { discretize } from "../stats/discretize.ts";
import type { Distribution } from "../stats/distribution.ts";
import { incompleteGamma } from "../stats/incomplete-gamma.ts";
import { multiplyMeasures } from "../stats/multiply-measures.ts";
import { product } from "../stats/product.ts";
import { type FrequencyEntry, type FrequencyLearned, frequencyAfter } from "./frequency-after.ts";
import { frequencyBelief } from "./frequency-belief.ts";
import { type BelievedFigure, frequencyFigure } from "./frequency-posterior.ts";

/** What is claimed of a residual frequency, and what was seen of it. */
export interface ResidualInput {
  /** Events a year before controls, with the evidence that informs the inherent node. */
  readonly inherent: Distribution;
  /** What each independent control leaves, in [0, 1], with the evidence that informs that control. */
  readonly left: readonly Distribution[];
  /** What was seen with the controls at work, and the ticks of the discount. */
  readonly history: readonly FrequencyEntry[];
  /** Observations this improbable under inherent × controls contradict them. */
  readonly contradictionAt: number;
}

/** A contradiction between what the controls are credited with and what was seen. */
interface ControlFinding {
  /** Below: more events came than inherent × controls allow. Above: fewer. */
  readonly code: "controls-below-credit" | "controls-above-credit";
  /** Probability of as many events or more (or as few or fewer) if inherent × controls held. */
  readonly probability: number;
  /** Lower case, with the values. */
  readonly message: string;
}

/** The residual frequency as it is derived, as it is seen, and as it is believed. */
export interface ResidualFrequency {
  /** Inherent × what the controls leave. */
  readonly law: Distribution;
  /** Its mean and 90 % interval. */
  readonly derived: BelievedFigure;
  /** The loss events seen alone, from Jeffreys' prior; null where no time was watched. */
  readonly seen: BelievedFigure | null;
  /** Derived as prior, and what was seen; the controls are in the prior and nowhere else. Null without a history. */
  readonly learned: FrequencyLearned | null;
  readonly finding: ControlFinding | null;
}

/**
 * The residual frequency of a risk from inherent × controls and from what was seen with the controls at work.
 *
 * What inherent × controls derive becomes a gamma (its 5 % and 95 % quantiles) and is updated by the history, to which no
 * control is credited again: it was seen behind the controls. Beside it stand what is derived and what was seen alone.
 * Whether the two contradict each other is Box's test on the prior predictive: the probability of as many loss events or
 * more, ∫ P(Poisson(λT) ≥ k) dF(λ), at most `contradictionAt`; and likewise of as few or fewer. If inherent × controls
 * hold, each finding is false with at most that probability. The discount does not weaken it: time makes no finding go.
 *
 * Throws an EvidenceError where inherent × controls are certain and something was seen. Source: Box 1980 for the test.
 *
 * @example
 * residualFrequency({ inherent: gamma({ shape: 4, rate: 2 }), left: [scaledBeta({ alpha: 2, beta: 8, min: 0, max: 1 })],
 *   history: [{ kind: "events", observation: { id: "a", count: 6, exposure: 1 } }], contradictionAt: 0.05 }).finding?.code
 * // => "controls-below-credit"
 */
export function residualFrequency({ inherent, left, history, contradictionAt }: ResidualInput): ResidualFrequency {
  const factors = [inherent, ...left];
  const law = product(factors, { bins: 64 });
  const derived = { estimate: law.mean, low: law.quantile(0.05), high: law.quantile(0.95), level: 0.9 };
  if (history.every(({ kind }) => kind === "tick")) return { law, derived, seen: null, learned: null, finding: null };
  const learned = frequencyAfter(frequencyBelief(law), history);
  const { count, exposure } = learned.seen;
  return {
    law,
    derived,
    seen: frequencyFigure({ prior: "jeffreys", shape: 0.5 + count, rate: exposure }),
    learned,
    finding: contradiction(factors, { count, exposure, contradictionAt }),
  };
}

function contradiction(
  factors: readonly Distribution[],
  { count, exposure, contradictionAt }: { count: number; exposure: number; contradictionAt: number },
): ControlFinding | null {
  if (!(exposure > 0)) return null;
  const { values, weights } = factors.map((factor) => discretize(factor, 128)).reduce((a, b) => multiplyMeasures(a, b));
  const expected = factors.reduce((total, factor) => total * factor.mean, exposure);
  const mean = (of: (eventsPerYear: number) => number) =>
    Math.min(
      1,
      Math.max(
        0,
        values.reduce((sum, value, k) => sum + weights[k]! * of(value), 0),
      ),
    );
  const asMany = count > 0 ? mean((rate) => incompleteGamma(count, rate * exposure)) : 1;
  const asFew = mean((rate) => 1 - incompleteGamma(count + 1, rate * exposure));
  const seen = `${digits(count)} events in ${digits(exposure)} years, where inherent × controls expect ${digits(expected)}`;
  if (asMany <= contradictionAt) {
    const message = `${seen}: probability ${digits(asMany)} of so many; the controls do less than they are credited with, or the inherent frequency is too low`;
    return { code: "controls-below-credit", probability: asMany, message };
  }
  if (asFew > contradictionAt) return null;
  const message = `${seen}: probability ${digits(asFew)} of so few; the controls do more than they are credited with, the inherent frequency is too high, or events go unseen`;
  return { code: "controls-above-credit", probability: asFew, message };
}

const digits = (value: number) => String(Number(value.toPrecision(3)));
