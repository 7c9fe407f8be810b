import { parentPort } from "node:worker_threads";
import type { AnnualLoss } from "../engine/quantification/annual-loss.ts";
import { exactAnnualLoss } from "../engine/quantification/exact/exact-annual-loss.ts";
import { exactExceedance } from "../engine/quantification/exact/exact-exceedance.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";

/** What the engine asks a worker: the annual loss, or the probability of a year above an amount. */
export interface LossQuestion {
  readonly scenarios: readonly Scenario[];
  readonly above: number | null;
}

export type LossAnswer =
  | { readonly kind: "done"; readonly figure: AnnualLoss | number }
  | { readonly kind: "failed"; readonly message: string };

function answer({ scenarios, above }: LossQuestion): LossAnswer {
  try {
    const figure = above === null ? exactAnnualLoss(scenarios) : exactExceedance(scenarios, [above])[0]!;
    return { kind: "done", figure };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (question: LossQuestion) => parentPort?.postMessage(answer(question)));
