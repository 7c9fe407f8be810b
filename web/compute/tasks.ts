import type { Scenario } from "../../src/engine/quantification/scenario.ts";
import type { Tornado } from "../../src/engine/quantification/sensitivity/tornado.ts";

/** A curve of the largest event of a year, readable as one of the year's whole loss is. */
export interface OccurrenceCurve {
  readonly exceedance: readonly { readonly loss: number; readonly probability: number }[];
  readonly valueAtRisk: Readonly<Record<"0.5" | "0.9" | "0.95" | "0.99", number>>;
}

export type StateName = "inherent" | "residual" | "target";

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
