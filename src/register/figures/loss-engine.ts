import type { Scenario } from "../../engine/quantification/scenario.ts";
import { answerLossQuestion, type LossFigure, type LossQuestion } from "./loss-question.ts";

/** Where exact annual losses are computed: in place, or on a thread that leaves this one free. */
export interface LossEngine {
  ask<Q extends LossQuestion>(scenarios: readonly Scenario[], question: Q): Promise<LossFigure<Q>>;
}

/** In place: for tests and for commands, which have nothing else to do meanwhile. */
export const lossEngineInPlace: LossEngine = {
  ask: async <Q extends LossQuestion>(scenarios: readonly Scenario[], question: Q) =>
    answerLossQuestion(scenarios, question) as LossFigure<Q>,
};
