import type { ControlEffect, Scenario } from "../quantification/scenario.ts";

export type State = "inherent" | "residual" | "target";

/** A place on the likelihood × impact map. Levels count from 1. */
export interface Score {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: string;
}

/** The residual score and where it comes from. */
type ResidualScore = Score & { readonly basis: "derived" | "judged" };

/** A rating as a person gave it: an impact by kind is the worst of its kinds. */
export interface Rating {
  readonly likelihood: number;
  readonly impact: number | Readonly<Partial<Record<string, number>>>;
}

/** A control as it counts for one risk. */
export interface ControlInUse extends ControlEffect {
  readonly status: "planned" | "working" | "failing" | "retired";
  /** Day (ISO date) by which a planned control is to work. */
  readonly due?: string | undefined;
}

/** A control with the mean share it takes away, which `countedControl` reads once from its estimates. */
export type CountedControl = ControlInUse & { readonly meanEffectiveness: number };

/** What of a scenario is asked for a place on the map. */
export type ScenarioToScore = Pick<Scenario, "frequency" | "count" | "loss" | "commonCauses">;

/** What the engine needs of a risk to place it. Levels in estimates and foreign currencies are resolved before. */
export interface RiskToScore {
  readonly id: string;
  readonly system: string;
  readonly category: string;
  readonly inherent?: Rating | undefined;
  /** A person's residual rating with rater, reason and review date, which replaces the derived one. */
  readonly judged?: Rating | undefined;
  readonly controls: readonly ControlInUse[];
  readonly scenario?: ScenarioToScore | undefined;
}

/** Something a reader should know about a score. */
export interface Finding {
  readonly code: "levels-differ-from-scenario" | "judged-below-derived" | "planned-control-without-due-date";
  readonly state: State;
  /** Lower case, with the values. */
  readonly message: string;
}

/** One step from inherent to target, as a waterfall draws it. */
export interface ScoreStep {
  readonly kind: "inherent" | "working-control" | "judgement" | "residual" | "planned-control" | "target";
  /** Id of the control, for the two control kinds. */
  readonly control?: string;
  readonly acts?: ControlEffect["acts"];
  /** Mean share taken away, in [0, 1], for the two control kinds. */
  readonly meanEffectiveness?: number;
  /** Where the risk stands after this step. */
  readonly after: Score;
}

/** Every state of one risk, with what it rests on. Null where nothing was rated. */
export interface RiskScore {
  readonly id: string;
  readonly system: string;
  readonly category: string;
  readonly inherent: Score | null;
  readonly residual: ResidualScore | null;
  readonly target: Score | null;
  /** Latest due date of the planned controls that the target counts; null if none is planned or one has no date. */
  readonly targetBy: string | null;
  /** Where the levels come from. */
  readonly source: "scenario" | "rating" | "unrated";
  /** Probability that the scenario falls in the placed cell, see `cellProbability`; null without a scenario. */
  readonly cellProbability: Readonly<Record<State, number | null>>;
  /** Mean annual loss in money with the controls of the state, also where the levels are judged; null without a scenario. */
  readonly expectedAnnualLoss: Readonly<Record<State, number | null>>;
  /** Typical likelihood × typical impact of the cell, see `typicalValue`: its typical loss a year. */
  readonly typicalAnnualLoss: Readonly<Record<State, number | null>>;
  readonly steps: readonly ScoreStep[];
  readonly findings: readonly Finding[];
}
