import type { Worker } from "node:worker_threads";
import type { Scenario } from "../engine/quantification/scenario.ts";
import type { LossEngine } from "../register/figures/loss-engine.ts";
import type { LossFigure, LossQuestion } from "../register/figures/loss-question.ts";
import { askWorker } from "./ask-worker.ts";
import type { LossAnswer, LossTask } from "./loss-worker.ts";
import { startWorker } from "./start-worker.ts";

/** A system or a risk; more is a portfolio, which may take seconds. */
const fewScenarios = 50;

/**
 * Exact annual losses on threads, so that requests are answered meanwhile: the bits of the exact engine.
 * Few scenarios have a thread of their own, so that a risk's page never waits for a portfolio.
 */
export class ThreadedLosses implements LossEngine {
  readonly #few = new Lane();
  readonly #many = new Lane();

  async ask<Q extends LossQuestion>(scenarios: readonly Scenario[], question: Q): Promise<LossFigure<Q>> {
    const lane = scenarios.length <= fewScenarios ? this.#few : this.#many;
    const answer = await lane.ask({ scenarios, question });
    if (answer.kind === "failed") throw new RangeError(answer.message);
    return answer.figure as LossFigure<Q>;
  }

  /** Ends the threads; what they were computing is rejected. */
  async close(): Promise<void> {
    await Promise.all([this.#few.close(), this.#many.close()]);
  }
}

/** One thread, started when it is first asked, that answers one question after the other. */
class Lane {
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  ask(task: LossTask): Promise<LossAnswer> {
    const answer = this.#last.then(() => askWorker<LossAnswer>(this.#running(), task));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #running(): Worker {
    if (this.#closed) throw new Error("threads of losses: closed");
    if (this.#worker !== null) return this.#worker;
    const worker = startWorker("loss-worker");
    worker.once("exit", () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }
}
