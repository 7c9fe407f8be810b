import { askWorker } from "../ask-worker.ts";
import { startWorker } from "../start-worker.ts";
import type { ExampleAuditTask, MadeExampleAudit } from "./example-audit.ts";

/** A thread that makes the example's audits while the register is filled. */
export interface ExampleAuditMaker {
  /** One after the other, each there when it is. */
  make(tasks: readonly ExampleAuditTask[]): readonly Promise<MadeExampleAudit>[];
  end(): Promise<unknown>;
}

/** Starts the thread: it loads while the example's files are read. */
export function exampleAuditMaker(): ExampleAuditMaker {
  const worker = startWorker("example/example-audit-worker");
  return {
    make(tasks) {
      let before: Promise<unknown> = Promise.resolve();
      return tasks.map((task) => {
        const one = before.then(() => askWorker<MadeExampleAudit>(worker, task));
        // Whoever awaits it is told; until then a failure must not end the process.
        before = one.catch(() => {});
        return one;
      });
    },
    end: () => worker.terminate(),
  };
}
