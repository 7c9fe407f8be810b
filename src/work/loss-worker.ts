import { parentPort } from "node:worker_threads";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { answerLossQuestion, type LossFigure, type LossQuestion } from "../register/figures/loss-question.ts";

/** What a worker is asked. */
export interface LossTask {
  readonly scenarios: readonly Scenario[];
  readonly question: LossQuestion;
}

export type LossAnswer =
  | { readonly kind: "done"; readonly figure: LossFigure }
  | { readonly kind: "failed"; readonly message: string };

function answer({ scenarios, question }: LossTask): LossAnswer {
  try {
    return { kind: "done", figure: answerLossQuestion(scenarios, question) };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (task: LossTask) => parentPort?.postMessage(answer(task)));
