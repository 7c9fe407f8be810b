import { askWorker } from "../ask-worker.ts";
import { startWorker } from "../start-worker.ts";
import type { ExampleAuditTask, MadeExampleAudit } from "./example-audit.ts";

/** Makes audits one after the other on a thread of their own, while the register is filled; each is there when it is. */
export function makeExampleAudits(tasks: readonly ExampleAuditTask[]): {
  readonly made: readonly Promise<MadeExampleAudit>[];
  readonly end: () => Promise<unknown>;
} {
  const worker = startWorker("example/example-audit-worker");
  let before: Promise<unknown> = Promise.resolve();
  const made = tasks.map((task) => {
    const one = before.then(() => askWorker<MadeExampleAudit>(worker, task));
    // Whoever awaits it is told; until then a failure must not end the process.
    before = one.catch(() => {});
    return one;
  });
  return { made, end: () => worker.terminate() };
}
