import type { DistributionSample } from "../../../src/chart/series/distribution-sample.ts";
import type { AnnualLoss } from "../../../src/engine/quantification/annual-loss.ts";
import type { Estimate } from "../../../src/engine/quantification/estimate/estimate.ts";
import type { Scenario } from "../../../src/engine/quantification/scenario.ts";
import type { LeafKind } from "./estimate-draft.ts";
import type { LeafPath } from "./scenario-draft.ts";

/** What can be drawn of one leaf; the sample is missing while the engine refuses the estimate, and says why. */
export interface LeafFigures {
  readonly sample: DistributionSample | undefined;
  /** What each of several experts said, in their order. */
  readonly experts: readonly (DistributionSample | undefined)[];
  readonly mistake: string | undefined;
}

/** What the worker is asked: the scenarios that stand still, then each state of the one that is being typed. */
export type ScenarioQuestion =
  | { readonly kind: "others"; readonly others: readonly Scenario[]; readonly before: Scenario | null }
  | {
      readonly kind: "draft";
      readonly number: number;
      readonly leaves: Readonly<Record<LeafPath, { readonly estimate: Estimate; readonly kind: LeafKind }>>;
      /** With its working controls; null while a leaf is missing. */
      readonly scenario: Scenario | null;
    };

/** Figures of the state with the same number. */
export interface ScenarioFigures {
  readonly number: number;
  readonly leaves: Readonly<Record<LeafPath, LeafFigures>>;
  readonly eventsPerYear: DistributionSample | null;
  readonly lossPerEvent: DistributionSample | null;
  /** The scenario by itself. */
  readonly own: { readonly residual: AnnualLoss; readonly inherent: AnnualLoss } | null;
  /** Everything in the register with it in it. */
  readonly portfolio: AnnualLoss | null;
  /** Why the scenario as a whole cannot be computed, where its leaves can. */
  readonly mistake: string | null;
  /** Time the worker took for everything, and for the portfolio with the one scenario changed. */
  readonly tookMs: number;
  readonly portfolioMs: number;
}
