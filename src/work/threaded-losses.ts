import type { Worker } from "node:worker_threads";
import type { AnnualLoss } from "../engine/quantification/annual-loss.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import type { LossEngine } from "../register/figures/loss-engine.ts";
import { askWorker } from "./ask-worker.ts";
import type { LossAnswer, LossQuestion } from "./loss-worker.ts";
import { startWorker } from "./start-worker.ts";

/** A system or a risk; more is a portfolio, which may take seconds. */
const fewScenarios = 50;

/**
 * Exact annual losses on threads, so that requests are answered meanwhile: the bits of `exactAnnualLoss`.
 * Few scenarios have a thread of their own, so that a risk's page never waits for a portfolio.
 */
export class ThreadedLosses implements LossEngine {
  readonly #few = new Lane();
  readonly #many = new Lane();

  annualLoss(scenarios: readonly Scenario[]): Promise<AnnualLoss> {
    return this.#ask({ scenarios, above: null }) as Promise<AnnualLoss>;
  }

  exceedance(scenarios: readonly Scenario[], amount: number): Promise<number> {
    return this.#ask({ scenarios, above: amount }) as Promise<number>;
  }

  /** Ends the threads; what they were computing is rejected. */
  async close(): Promise<void> {
    await Promise.all([this.#few.close(), this.#many.close()]);
  }

  async #ask(question: LossQuestion): Promise<AnnualLoss | number> {
    const lane = question.scenarios.length <= fewScenarios ? this.#few : this.#many;
    const answer = await lane.ask(question);
    if (answer.kind === "failed") throw new RangeError(answer.message);
    return answer.figure;
  }
}

/** One thread, started when it is first asked, that answers one question after the other. */
class Lane {
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  ask(question: LossQuestion): Promise<LossAnswer> {
    const answer = this.#last.then(() => askWorker<LossAnswer>(this.#running(), question));
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
