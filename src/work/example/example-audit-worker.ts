import { parentPort } from "node:worker_threads";
import { type ExampleAuditTask, exampleAudit } from "./example-audit.ts";

parentPort?.on("message", (task: ExampleAuditTask) => parentPort?.postMessage(exampleAudit(task)));
