import type { Worker } from "node:worker_threads";
import { Failure } from "../../contract/failure.ts";
import { startWorker } from "../start-worker.ts";
import type { AnswerOf, DecisionTask, FromDecisionWorker } from "./decision-task.ts";

/** Lets a task be watched, and stopped. */
export interface TaskWatch {
  readonly signal?: AbortSignal;
  /** Told now and then which share of the rows was read. */
  readonly onProgress?: (share: number) => void;
}

/** A count holds up to 350 MB; the others wait. */
const mostAtOnce = 2;

/**
 * Reads files of decisions on threads of their own, so that requests are answered meanwhile: one thread a task, a few at
 * a time, the others in the order in which they came.
 */
export class DecisionThreads {
  readonly #working = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #closed = false;

  async run<K extends DecisionTask["kind"]>(
    task: DecisionTask & { readonly kind: K },
    watch: TaskWatch = {},
  ): Promise<AnswerOf[K]> {
    await this.#turn(watch.signal);
    try {
      if (this.#closed || watch.signal?.aborted) throw stopped();
      return (await this.#work(task, watch)) as AnswerOf[K];
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all threads; what they were doing is refused as stopped. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#working].map((worker) => worker.terminate()));
  }

  /** Waits until it is its turn; one who gives up lets the next one pass. */
  #turn(signal: AbortSignal | undefined): Promise<void> {
    const start = () => {
      this.#busy++;
    };
    if (this.#busy < mostAtOnce) {
      start();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener("abort", giveUp);
        start();
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(stopped());
      };
      this.#waiting.push(go);
      signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  #work(task: DecisionTask, { signal, onProgress }: TaskWatch): Promise<unknown> {
    const worker = startWorker("decisions/decision-worker");
    this.#working.add(worker);
    const stop = () => worker.postMessage({ kind: "stop" });
    signal?.addEventListener("abort", stop, { once: true });
    return new Promise((resolve, reject) => {
      worker.on("message", (message: FromDecisionWorker) => {
        if (message.kind === "progress") onProgress?.(message.share);
        else if (signal?.aborted) reject(stopped());
        else if (message.kind === "done") resolve(message.answer);
        else if (message.kind === "refused")
          reject(new Failure(message.code, message.what, message.remedy, message.mistakes));
        else reject(new Error(message.message));
      });
      worker.once("error", reject);
      worker.once("exit", () => reject(stopped()));
      worker.postMessage(task);
    }).finally(() => {
      signal?.removeEventListener("abort", stop);
      this.#working.delete(worker);
      void worker.terminate();
    });
  }
}

function stopped(): Failure {
  return new Failure("cancelled", "audit: stopped before its end", "ask again");
}
