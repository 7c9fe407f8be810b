import { levelOf } from "../scoring/level-of.ts";
import { levelProbabilities } from "../scoring/level-probabilities.ts";
import type { Level } from "../scoring/scale.ts";
import type { Distribution } from "../stats/distribution.ts";
import { EvidenceError } from "./evidence-error.ts";

/** How evidence moves a level. */
export interface StepRule {
  /** What places a belief on the scale: its mean, or the upper end of its 90 % interval. */
  readonly judgedBy: "mean" | "upper";
  /** By how many levels one signal may move it. */
  readonly steps: number;
  readonly raising: "applied" | "proposed";
  readonly lowering: "applied" | "proposed";
  /** Probability of lying in a lower level, or below, from which it is lowered; at least ½. */
  readonly lowerAt: number;
}

/** The rule unless another is stated: one step, raised by itself, lowered by a proposal from a probability of 0.8. */
export const defaultStepRule: StepRule = {
  judgedBy: "mean",
  steps: 1,
  raising: "applied",
  lowering: "proposed",
  lowerAt: 0.8,
};

/** Why a level moved, or did not. */
interface StepReason {
  readonly code:
    | "evidence-is-higher"
    | "evidence-is-lower"
    | "evidence-agrees"
    | "held-by-steps"
    | "not-sure-enough"
    | "time-lowers-nothing"
    | "needs-acceptance";
  /** Lower case, with the values. */
  readonly message: string;
}

/** A level after one signal or tick. */
export interface LikelihoodStep {
  /** The level that holds. */
  readonly applied: number;
  /** A level that holds once its owner accepts it; null without a proposal. */
  readonly proposed: number | null;
  /** The level that the belief by itself is in. */
  readonly supported: number;
  /** P(level), lowest first. */
  readonly probabilities: readonly number[];
  readonly reasons: readonly StepReason[];
}

/** A level, what is believed, and what has just happened. */
export interface StepInput {
  readonly levels: readonly Level[];
  /** Level that holds, from 1. */
  readonly current: number;
  readonly belief: Pick<Distribution, "cdf" | "mean" | "quantile">;
  /** A signal may raise and lower; a tick of the discount may only raise. */
  readonly cause: "signal" | "tick";
}

/**
 * Moves a likelihood level by what is believed of events a year.
 *
 * Up, where the belief's mean (or upper end) lies in a higher level: by `steps` levels at most, by itself unless raising
 * is to be proposed. Down, where it lies in a lower one and the probability of lying in that level or below reaches
 * `lowerAt`: by `steps` at most, to the lowest level of which this holds, as a proposal unless lowering is to be
 * applied. Between the two the level stays, so that it does not flicker. A tick lowers nothing.
 *
 * The way back from a raise is further evidence, which proposes the lower level. Without a bound in the way, the level
 * that acceptance leads to does not depend on the order of the signals; the level that holds meanwhile may, since what
 * was raised stays until it is accepted.
 *
 * Throws an EvidenceError for a level off the scale, steps below 1 and a `lowerAt` outside [½, 1).
 *
 * @example
 * const levels = [{ name: "rare", from: 0, to: 1 }, { name: "often", from: 1, to: 3 }];
 * likelihoodStep({ levels, current: 1, belief: gamma({ shape: 20, rate: 10 }), cause: "signal" }, defaultStepRule).applied
 * // => 2
 */
export function likelihoodStep({ levels, current, belief, cause }: StepInput, rule: StepRule): LikelihoodStep {
  check(levels, current, rule);
  const named = (level: number) => `${level} (${levels[level - 1]!.name})`;
  const reading = rule.judgedBy === "mean" ? belief.mean : belief.quantile(0.95);
  const supported = levelOf(levels, reading);
  const probabilities = levelProbabilities(levels, belief.cdf);
  const judged = `${rule.judgedBy === "mean" ? "mean" : "upper end"} ${figure(reading)} events a year`;
  const stay = (...reasons: StepReason[]) => ({ applied: current, proposed: null, supported, probabilities, reasons });
  const move = (level: number, how: "applied" | "proposed", reasons: StepReason[]) => {
    if (how === "applied") return { ...stay(...reasons), applied: level };
    const message = `level ${named(level)} holds once it is accepted`;
    return { ...stay(...reasons, { code: "needs-acceptance", message }), proposed: level };
  };

  if (supported === current) {
    return stay({ code: "evidence-agrees", message: `${judged} is in level ${named(current)}` });
  }
  const found = `${judged} is in level ${named(supported)}, ${supported > current ? "above" : "below"} ${named(current)}`;
  const held = (wanted: number): StepReason => {
    const most = rule.steps === 1 ? "1 level" : `${rule.steps} levels`;
    return { code: "held-by-steps", message: `level ${named(wanted)} is further than ${most}, the most of one signal` };
  };
  if (supported > current) {
    const reached = Math.min(supported, current + rule.steps);
    const higher: StepReason = { code: "evidence-is-higher", message: found };
    return move(reached, rule.raising, reached < supported ? [higher, held(supported)] : [higher]);
  }
  const lower: StepReason = { code: "evidence-is-lower", message: found };
  if (cause === "tick") {
    return stay(lower, { code: "time-lowers-nothing", message: "no signal came: time by itself lowers nothing" });
  }
  const reached = sureLevel(probabilities, { from: supported, current, lowerAt: rule.lowerAt });
  if (reached === null) {
    const sure = figure(atMost(probabilities, current - 1));
    const message = `probability ${sure} of a level below ${named(current)} has not reached ${rule.lowerAt}`;
    return stay(lower, { code: "not-sure-enough", message });
  }
  const bounded = Math.max(reached, current - rule.steps);
  return move(bounded, rule.lowering, bounded > reached ? [lower, held(reached)] : [lower]);
}

/** The lowest level, from `from` on and below the current one, in or below which the belief lies surely enough. */
function sureLevel(
  probabilities: readonly number[],
  { from, current, lowerAt }: { readonly from: number; readonly current: number; readonly lowerAt: number },
): number | null {
  for (let level = from; level < current; level++) {
    if (atMost(probabilities, level) >= lowerAt) return level;
  }
  return null;
}

/** P(level ≤ this one). */
const atMost = (probabilities: readonly number[], level: number) =>
  probabilities.slice(0, level).reduce((sum, probability) => sum + probability, 0);

const figure = (value: number) => String(Number(value.toPrecision(3)));

function check(levels: readonly Level[], current: number, { steps, lowerAt }: StepRule): void {
  if (!(Number.isInteger(current) && current >= 1 && current <= levels.length)) {
    throw new EvidenceError("level", current, `give a level from 1 to ${levels.length}`);
  }
  if (!(Number.isInteger(steps) && steps >= 1))
    throw new EvidenceError("steps", steps, "give a whole number from 1 up");
  if (!(lowerAt >= 0.5 && lowerAt < 1))
    throw new EvidenceError("lowerAt", lowerAt, "give a probability from 0.5, below 1");
}
