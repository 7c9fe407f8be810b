import type { Estimate } from "./estimate/estimate.ts";
import type { LossForm } from "./loss-forms.ts";

/**
 * Probability that a threat event becomes a loss event: given, or P(threat capability > resistance), both on one scale
 * of force from 0 to 1. Each threat event meets its own force and its own resistance, so that cut is a certain number.
 */
export type Vulnerability = Estimate | { readonly threatCapability: Estimate; readonly resistance: Estimate };

/** Loss events a year: given directly, or threat events × vulnerability, or contact × action × vulnerability. */
export type Frequency =
  | Estimate
  | { readonly threatEvents: Estimate; readonly vulnerability: Vulnerability }
  | { readonly contact: Estimate; readonly action: Estimate; readonly vulnerability: Vulnerability };

/**
 * How chance makes a number of events of a year's rate Λ.
 *
 * - poisson (the default): events independent of each other
 * - negative-binomial: events in clusters, variance Λ + Λ²/size; a smaller size means stronger clusters
 * - zero-inflated: with probability `silent` the whole year brings none, otherwise Poisson of rate Λ
 * - at-most-one: one event with probability Λ, which is then a probability; never two
 */
export type Count =
  | { readonly kind: "poisson" }
  | { readonly kind: "negative-binomial"; readonly size: number }
  | { readonly kind: "zero-inflated"; readonly silent: number }
  | { readonly kind: "at-most-one" };

/** Money lost by one event: as a whole, or by form, which are independent and add up. */
export type LossMagnitude = Estimate | { readonly forms: { readonly [form in LossForm]?: Estimate | undefined } };

/** Loss of one event: a primary loss and, with a conditional probability, a secondary one. */
export interface Loss {
  readonly primary: LossMagnitude;
  readonly secondary?: { readonly probability: Estimate; readonly loss: LossMagnitude } | undefined;
}

/** What one control takes away: it multiplies a node of the tree by 1 − effectiveness × coverage × reliability. */
export interface ControlEffect {
  /** Id of the control; once a scenario and node. */
  readonly control: string;
  /** The rate of loss events, the loss of each, or the probability that a secondary loss follows. */
  readonly acts: "frequency" | "loss" | "secondary";
  /** Share taken away where it acts, in [0, 1]. */
  readonly effectiveness: Estimate;
  /** Share of the events that it sees, in [0, 1]; 1 unless given. */
  readonly coverage?: Estimate | undefined;
  /** Probability that it works when it is needed, in [0, 1]; 1 unless given. */
  readonly reliability?: Estimate | undefined;
  /** Controls of one mechanism on one node do not add to each other: the strongest of them counts. */
  readonly mechanism?: string | undefined;
}

/** A cause that several scenarios share: when it strikes, each brings one event with its own probability. */
export interface CommonCause {
  /** Id of the dependency: scenarios that name the same one are struck together. */
  readonly cause: string;
  /** How often the cause strikes a year; the same in every scenario that names it. */
  readonly strikes: Estimate;
  /** Probability that a strike brings an event of this scenario; of an estimate only the mean matters. */
  readonly probability: Estimate;
}

/**
 * A loss scenario as the engine reads it. `controls` are the working ones; without them the scenario is inherent.
 *
 * Two levels of uncertainty: what we do not know (rates, probabilities, effectiveness) is drawn once a year;
 * chance (how many events, the loss of each) is drawn event by event. What is not known of a common cause's events is
 * drawn with each strike. Controls on frequency thin the events of common causes too.
 */
export interface Scenario {
  readonly id: string;
  readonly system: string;
  /** Events of the scenario's own; those of common causes come on top. */
  readonly frequency: Frequency;
  /** Poisson unless given. */
  readonly count?: Count | undefined;
  readonly loss: Loss;
  readonly controls: readonly ControlEffect[];
  readonly commonCauses?: readonly CommonCause[] | undefined;
}
