import type { Estimate } from "../quantification/estimate/estimate.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import { atoms } from "../stats/atoms.ts";
import { capped } from "../stats/capped.ts";
import type { Distribution } from "../stats/distribution.ts";
import { product } from "../stats/product.ts";
import { scaled } from "../stats/scaled.ts";
import { scaledBeta } from "../stats/scaled-beta.ts";
import { EvidenceError } from "./evidence-error.ts";
import type { Observation } from "./pool-observations.ts";
import { type ProbabilityBelief, probabilityBelief } from "./probability-belief.ts";
import { probabilityPosterior } from "./probability-posterior.ts";
import { upperEnvelope } from "./upper-envelope.ts";

/** What a reading says of the wrong outcomes that a risk speaks of. */
export type WrongOutcomes =
  | {
      /** The reading counts these very wrong outcomes. */
      readonly reads: "wrong-outcomes";
      /** Their share before any reading; nothing is known without it. */
      readonly usual?: Estimate | undefined;
    }
  | {
      /** The reading is the share of all decisions that are right. */
      readonly reads: "accuracy";
      readonly usual: Estimate;
      /** Share of all wrong decisions that are wrong in this way. */
      readonly ofThisKind: Estimate;
    }
  | {
      /** The reading tells of wrong outcomes from afar. */
      readonly reads: "proxy";
      readonly usual: Estimate;
      /** Reading at which the usual share holds. */
      readonly normal: number;
      /** Change of the reading that doubles the share; below 0 where lower is worse. */
      readonly doublesEvery: number;
      /** The most by which it is multiplied; 8 unless given. */
      readonly atMost?: number | undefined;
    };

/** What was read: cases, what is believed after many of them and ticks, or one value with how many it rests on. */
export type PathwayReading =
  | { readonly kind: "cases"; readonly observations: readonly Observation[] }
  | { readonly kind: "belief"; readonly belief: ProbabilityBelief }
  | { readonly kind: "value"; readonly value: number; readonly n?: number | undefined };

/** The share of wrong outcomes, and whether a reading can lower it. */
export interface WrongShare {
  readonly share: Distribution;
  /** As a belief that further cases are added to; null where the reading is not of the wrong outcomes themselves. */
  readonly belief: ProbabilityBelief | null;
  /** both-ways: the reading counts these wrong outcomes. raises-only: it speaks of something else. */
  readonly moves: "both-ways" | "raises-only";
}

/**
 * The share of decisions that are wrong in the way a risk speaks of, after a reading; null: before any.
 *
 * Cases of these very wrong outcomes update the usual share as a beta (or Jeffreys' prior), both ways; where they have a
 * history with ticks, `probabilityAfter` gives the belief to hand in. Accuracy gives
 * (1 − accuracy) × the share that is of this kind, spread by the n it rests on (Jeffreys' prior), and counts only where
 * it is the worse of the two at each probability ({@link upperEnvelope}). A proxy multiplies the usual share by
 * 2^((value − normal) ÷ doublesEvery), not below 1 and not above `atMost`, what passes 1 being capped. So accuracy or a
 * proxy that gets better leaves the usual share as it was: only fewer of these wrong outcomes lower it.
 *
 * Throws an EvidenceError for a reading of the wrong kind, an accuracy outside [0, 1] and a step of 0.
 *
 * @example
 * wrongShare({ reads: "proxy", usual: 0.02, normal: 0.1, doublesEvery: 0.1 }, { kind: "value", value: 0.3 }).share.mean
 * // => 0.08
 */
export function wrongShare(of: WrongOutcomes, reading: PathwayReading | null): WrongShare {
  if (of.reads === "wrong-outcomes") {
    if (reading?.kind === "value") {
      throw new EvidenceError("reading", reading.value, "give the wrong outcomes and of how many decisions");
    }
    const belief =
      reading?.kind === "belief"
        ? reading.belief
        : probabilityPosterior(probabilityBelief(of.usual ?? "jeffreys"), reading?.observations ?? []);
    return { share: betaOf(belief), belief, moves: "both-ways" };
  }
  const usual = estimateDistribution(of.usual, { field: "usual", kind: "probability" });
  if (reading === null) return { share: usual, belief: null, moves: "raises-only" };
  if (reading.kind === "belief") {
    throw new EvidenceError("reading", reading.kind, "give a value: only wrong outcomes themselves are believed");
  }
  const share = of.reads === "accuracy" ? byAccuracy(usual, of, reading) : byProxy(usual, of, reading);
  return { share, belief: null, moves: "raises-only" };
}

const betaOf = ({ alpha, beta }: { readonly alpha: number; readonly beta: number }) =>
  scaledBeta({ alpha, beta, min: 0, max: 1 });

function byAccuracy(
  usual: Distribution,
  { ofThisKind }: Extract<WrongOutcomes, { reads: "accuracy" }>,
  reading: Exclude<PathwayReading, { kind: "belief" }>,
): Distribution {
  const kind = estimateDistribution(ofThisKind, { field: "ofThisKind", kind: "probability" });
  return upperEnvelope(usual, product([allWrong(reading), kind], { bins: 16 }));
}

/** The share of all decisions that are wrong, one way or another. */
function allWrong(reading: Exclude<PathwayReading, { kind: "belief" }>): Distribution {
  if (reading.kind === "cases") {
    const right = probabilityPosterior(probabilityBelief("jeffreys"), reading.observations, { worse: "fewer" });
    return betaOf({ alpha: right.beta, beta: right.alpha });
  }
  const { value, n } = reading;
  if (!(value >= 0 && value <= 1)) throw new EvidenceError("accuracy", value, "give a share from 0 to 1");
  if (n === undefined) return atoms([1 - value]);
  if (!(n >= 1 && n < Infinity)) throw new EvidenceError("n", n, "give how many decisions it rests on, from 1 up");
  return betaOf({ alpha: 0.5 + (1 - value) * n, beta: 0.5 + value * n });
}

function byProxy(
  usual: Distribution,
  { normal, doublesEvery, atMost = 8 }: Extract<WrongOutcomes, { reads: "proxy" }>,
  reading: Exclude<PathwayReading, { kind: "belief" }>,
): Distribution {
  if (reading.kind === "cases") throw new EvidenceError("reading", reading.kind, "give the value of the proxy");
  if (!Number.isFinite(reading.value)) throw new EvidenceError("reading", reading.value, "give a finite value");
  if (doublesEvery === 0) throw new EvidenceError("doublesEvery", doublesEvery, "give a step that is not 0");
  const times = Math.min(atMost, Math.max(1, 2 ** ((reading.value - normal) / doublesEvery)));
  return capped(scaled(usual, times), 1);
}
