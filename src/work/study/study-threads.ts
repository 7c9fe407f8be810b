import type { Worker } from "node:worker_threads";
import { Failure } from "../../contract/failure.ts";
import { startWorker } from "../start-worker.ts";
import type { StudyTask } from "./study-worker.ts";

const mostAtOnce = 2;
/** By then two hundred items compared in pairs are weighed, and five hundred scenarios put in order. */
const usualMostMs = 120_000;

/**
 * Computes studies on threads of their own, so that requests are answered meanwhile: a few at a time, the others in the
 * order in which they came. A thread ends with its study.
 */
export class StudyThreads {
  readonly #mostMs: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor({ mostMs = usualMostMs }: { readonly mostMs?: number } = {}) {
    this.#mostMs = mostMs;
  }

  /** The study's report as JSON text. @throws Failure when it takes too long, or whoever asked has gone */
  async report(task: StudyTask, signal: AbortSignal): Promise<string> {
    if (this.#busy >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy++;
    try {
      return await this.#compute(task, signal);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy--;
      else next();
    }
  }

  async #compute(task: StudyTask, signal: AbortSignal): Promise<string> {
    if (signal.aborted) throw stopped();
    const worker = startWorker("study/study-worker");
    const tooLong = AbortSignal.timeout(this.#mostMs);
    try {
      return await answerOf(worker, task, [signal, tooLong]);
    } catch (error) {
      if (!tooLong.aborted) throw error;
      throw new Failure(
        "too-large",
        `study ${task.study.id}: not computed within ${this.#mostMs / 1000} seconds`,
        "split it into smaller ones",
      );
    } finally {
      await worker.terminate();
    }
  }
}

function answerOf(worker: Worker, task: StudyTask, signals: readonly AbortSignal[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const signal of signals) signal.addEventListener("abort", () => reject(stopped()), { once: true });
    worker.once("message", resolve).once("error", reject);
    worker.postMessage(task);
  });
}

function stopped(): Failure {
  return new Failure("cancelled", "study: stopped before its end", "ask again");
}
