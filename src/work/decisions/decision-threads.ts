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
/** A thread takes a quarter of a second to start, and an idle one holds memory. */
const idleMs = 60_000;

interface IdleThread {
  readonly worker: Worker;
  readonly ending: NodeJS.Timeout;
}

/**
 * Reads files of decisions, and writes reports of audits, on threads of their own, so that requests are answered
 * meanwhile: a few at a time, the others in the order in which they came.
 */
export class DecisionThreads {
  readonly #working = new Set<Worker>();
  #idle: IdleThread[] = [];
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
    const idle = this.#idle.map(({ worker }) => worker);
    for (const { ending } of this.#idle) clearTimeout(ending);
    this.#idle = [];
    await Promise.all([...idle, ...this.#working].map((worker) => worker.terminate()));
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

  /** One who stops is answered when the thread has let go of the file, which it may still be writing beside. */
  async #work(task: DecisionTask, { signal, onProgress }: TaskWatch): Promise<unknown> {
    const worker = this.#take();
    const stop = () => worker.postMessage({ kind: "stop" });
    signal?.addEventListener("abort", stop, { once: true });
    try {
      const last = await lastMessage(worker, task, onProgress);
      this.#putBack(worker);
      if (signal?.aborted) throw stopped();
      if (last.kind === "done") return last.answer;
      if (last.kind === "refused") throw new Failure(last.code, last.what, last.remedy, last.mistakes);
      throw new Error(last.message);
    } finally {
      signal?.removeEventListener("abort", stop);
      this.#working.delete(worker);
    }
  }

  #take(): Worker {
    const idle = this.#idle.pop();
    if (idle !== undefined) clearTimeout(idle.ending);
    const worker = idle?.worker ?? startWorker("decisions/decision-worker");
    this.#working.add(worker);
    return worker;
  }

  #putBack(worker: Worker): void {
    if (this.#closed) return;
    const ending = setTimeout(() => {
      this.#idle = this.#idle.filter((idle) => idle.worker !== worker);
      void worker.terminate();
    }, idleMs);
    ending.unref();
    this.#idle.push({ worker, ending });
  }
}

type LastMessage = Exclude<FromDecisionWorker, { readonly kind: "progress" }>;

/** What the thread says at the end of a task; rejects when the thread fails or ends instead. */
function lastMessage(worker: Worker, task: DecisionTask, onProgress: TaskWatch["onProgress"]): Promise<LastMessage> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    const onMessage = (message: FromDecisionWorker) => {
      if (message.kind === "progress") onProgress?.(message.share);
      else settle(() => resolve(message));
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(stopped()));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}

function stopped(): Failure {
  return new Failure("cancelled", "audit: stopped before its end", "ask again");
}
