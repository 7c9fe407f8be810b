import type { AhpFile } from "../../src/contract/ahp-file.ts";
import type { AhpReport } from "../../src/contract/ahp-report.ts";
import type { WeighFile } from "../../src/contract/weigh-file.ts";
import type { WeighReport } from "../../src/contract/weigh-report.ts";
import type { AnnualLoss } from "../../src/engine/quantification/annual-loss.ts";
import type { LossLimit, RestoringSet } from "../../src/engine/quantification/control/cheapest-restoring.ts";
import type { ControlBenefit } from "../../src/engine/quantification/control/control-benefits.ts";
import type { ControlFrontier, FrontierProblem } from "../../src/engine/quantification/control/control-frontier.ts";
import type { ControlRecord } from "../../src/engine/quantification/control/with-controls.ts";
import type { Scenario } from "../../src/engine/quantification/scenario.ts";
import type { Tornado } from "../../src/engine/quantification/sensitivity/tornado.ts";

/** A curve of the largest event of a year, readable as one of the year's whole loss is. */
export interface OccurrenceCurve {
  readonly exceedance: readonly { readonly loss: number; readonly probability: number }[];
  readonly valueAtRisk: Readonly<Record<"0.5" | "0.9" | "0.95" | "0.99", number>>;
}

type StateName = "inherent" | "residual" | "target";

/** Years and seed of what is simulated in the page; figures of the same inputs are the same everywhere. */
export const pageSimulation = { years: 20_000, seed: 1 } as const;

/** What a page can have computed beside it: for each task its question and its answer. */
export interface Tasks {
  readonly occurrence: {
    readonly question: {
      readonly states: readonly {
        readonly name: StateName;
        readonly scenarios: readonly Scenario[];
        readonly losses: readonly number[];
      }[];
    };
    readonly answer: Readonly<Partial<Record<StateName, OccurrenceCurve>>>;
  };
  /** The year if some of the scenarios were these; the portfolio is held, so that the next change costs little. */
  readonly "changed-year": {
    readonly question: {
      /** Of the portfolio: while it is the same, so are its scenarios. */
      readonly portfolio: string;
      readonly scenarios: readonly Scenario[];
      readonly changed: readonly Scenario[];
    };
    readonly answer: AnnualLoss;
  };
  /** How likely a year loses more than some amounts. */
  readonly exceedance: {
    readonly question: { readonly scenarios: readonly Scenario[]; readonly exceeds: readonly number[] };
    readonly answer: readonly number[];
  };
  /** What each control is worth beside the others. */
  readonly benefits: {
    readonly question: { readonly scenarios: readonly Scenario[]; readonly controls: readonly ControlRecord[] };
    readonly answer: readonly ControlBenefit[];
  };
  readonly frontier: { readonly question: FrontierProblem; readonly answer: ControlFrontier };
  /** For each limit the cheapest set of controls that brings it back; null where none does. */
  readonly restoring: {
    readonly question: Pick<FrontierProblem, "scenarios" | "candidates" | "alwaysOn"> & {
      readonly limits: readonly LossLimit[];
    };
    readonly answer: readonly (RestoringSet | null)[];
  };
  /** Weights from pairs with how sure their order is. */
  readonly pairs: { readonly question: { readonly file: AhpFile }; readonly answer: AhpReport };
  /** Weighted scenarios with how sure their order is, under one version of the weights. */
  readonly scenarios: {
    readonly question: { readonly file: WeighFile; readonly version: string };
    readonly answer: WeighReport;
  };
  readonly tornado: { readonly question: { readonly scenarios: readonly Scenario[] }; readonly answer: Tornado };
}
export type TaskName = keyof Tasks;

export interface Question<Name extends TaskName = TaskName> {
  readonly task: Name;
  readonly input: Tasks[Name]["question"];
}

/** What a worker says: how far it is, what it found, or why it cannot. */
export type Report<Name extends TaskName = TaskName> =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "answer"; readonly answer: Tasks[Name]["answer"]; readonly tookMs: number }
  | { readonly kind: "refusal"; readonly message: string };
