import { controlsLeft } from "../quantification/controls-left.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import type { ControlEffect } from "../quantification/scenario.ts";
import type { Distribution } from "../stats/distribution.ts";
import { gamma } from "../stats/gamma.ts";
import { type FrequencyEntry, type FrequencyLearned, frequencyAfter } from "./frequency-after.ts";
import { frequencyBelief } from "./frequency-belief.ts";
import type { BelievedFigure } from "./frequency-posterior.ts";
import { type ProbabilityEntry, type ProbabilityLearned, probabilityAfter } from "./probability-after.ts";
import { probabilityBelief } from "./probability-belief.ts";
import { probabilityFigure } from "./probability-posterior.ts";
import { type ResidualFrequency, residualFrequency } from "./residual-frequency.ts";

/** What is estimated of the frequency of a risk, and what was seen at each of its nodes. */
export interface RiskEvidenceInput {
  /** Events a year before controls, as they are estimated; `lossEventFrequency` of the scenario without controls. */
  readonly inherent: Distribution;
  /** The working controls, as they are estimated. */
  readonly controls: readonly ControlEffect[];
  readonly histories: {
    /** Seen without controls. */
    readonly inherent: readonly FrequencyEntry[];
    /** Cases caught of cases, by id of the control. */
    readonly controls: Readonly<Record<string, readonly ProbabilityEntry[]>>;
    /** Seen with the controls at work. */
    readonly residual: readonly FrequencyEntry[];
  };
  /** Observations this improbable under inherent × controls contradict them. */
  readonly contradictionAt: number;
}

/** Before and after what was seen at one node, mean and 90 % interval. */
interface LearnedFigure {
  readonly before: BelievedFigure;
  readonly after: BelievedFigure;
}

/** The frequency of a risk with what was seen at each of its nodes. */
export interface RiskEvidence {
  readonly inherent: LearnedFigure & { readonly learned: FrequencyLearned | null };
  /** The controls of which something was seen; figures of their effectiveness. */
  readonly controls: readonly (LearnedFigure & { readonly control: string; readonly learned: ProbabilityLearned })[];
  readonly residual: LearnedFigure & Pick<ResidualFrequency, "seen" | "learned" | "finding">;
  /** The controls with the effectiveness that was learned, for the other nodes that they act on. */
  readonly effects: readonly ControlEffect[];
  /** What is believed of residual events a year, to be placed on a scale. */
  readonly eventsPerYear: Distribution;
}

/**
 * Leads what was seen to the nodes that it informs: tests without controls to the inherent frequency, control tests to
 * the effectiveness of their control, and what was seen with controls at work to the residual.
 *
 * A node without a history keeps its estimate to the last bit. The residual's prior is the learned inherent frequency ×
 * what the learned controls leave (coverage, reliability and mechanisms as elsewhere); its evidence is never multiplied
 * by a control again, and where it contradicts that prior there is a finding: {@link residualFrequency}.
 *
 * Throws an EvidenceError where a node is certain, or a prior too vague, and something was seen of it.
 *
 * @example
 * riskEvidence({ inherent: gamma({ shape: 4, rate: 2 }), controls: [{ control: "review", acts: "frequency",
 *   effectiveness: 0.5 }], histories: { inherent: [], controls: {}, residual: [] }, contradictionAt: 0.05,
 * }).residual.after.estimate // => 1
 */
export function riskEvidence({ inherent, controls, histories, contradictionAt }: RiskEvidenceInput): RiskEvidence {
  const without = isSeen(histories.inherent) ? frequencyAfter(frequencyBelief(inherent), histories.inherent) : null;
  const before = without === null ? inherent : gamma(without.belief);
  const effects = controls.map((effect) => learnedEffect(effect, histories.controls[effect.control] ?? []));
  const left = controlsLeft(
    effects.map(({ effect }) => effect),
    { acts: "frequency", read: (kind, field, estimate) => estimateDistribution(estimate, { kind, field }) },
  );
  const residual = residualFrequency({ inherent: before, left, history: histories.residual, contradictionAt });
  const { derived, learned, seen, finding } = residual;
  const eventsPerYear = learned === null ? residual.law : gamma(learned.belief);
  return {
    inherent: { before: figureOf(inherent), after: figureOf(before), learned: without },
    controls: effects.flatMap(({ figures }) => figures ?? []),
    residual: { before: derived, after: learned === null ? derived : figureOf(eventsPerYear), seen, learned, finding },
    effects: effects.map(({ effect }) => effect),
    eventsPerYear,
  };
}

function learnedEffect(effect: ControlEffect, history: readonly ProbabilityEntry[]) {
  if (!isSeen(history)) return { effect, figures: null };
  const start = probabilityBelief(effect.effectiveness);
  const learned = probabilityAfter(start, { history, worse: "fewer" });
  const { alpha, beta } = learned.belief;
  const figures = {
    control: effect.control,
    before: figureOf(estimateDistribution(effect.effectiveness, { field: "effectiveness", kind: "probability" })),
    after: probabilityFigure(learned.belief),
    learned,
  };
  return { effect: { ...effect, effectiveness: { alpha, beta } }, figures };
}

/** Ticks alone show nothing. */
const isSeen = (history: readonly { readonly kind: string }[]) => history.some(({ kind }) => kind !== "tick");

function figureOf({ mean, quantile }: Distribution): BelievedFigure {
  return { estimate: mean, low: quantile(0.05), high: quantile(0.95), level: 0.9 };
}
