import { promisify } from "node:util";
import { parentPort } from "node:worker_threads";
import { gunzip, gzip } from "node:zlib";
import { Failure } from "../../contract/failure.ts";
import { cubeColumns } from "../../engine/fairness/cube/cube-columns.ts";
import { auditBrief } from "../../register/audit/audit-brief.ts";
import type { DecisionSource } from "../../warehouse/decision-source.ts";
import { type FileReading, openFile } from "../../warehouse/file-source.ts";
import { auditSource } from "../audit/audit-source.ts";
import type {
  AnswerOf,
  AuditedDecisions,
  DecisionColumns,
  DecisionFile,
  DecisionTask,
  FromDecisionWorker,
  ToDecisionWorker,
} from "./decision-task.ts";
import { describeColumns } from "./describe-columns.ts";
import { writeReport } from "./write-report.ts";

const packed = promisify(gzip);
const unpacked = promisify(gunzip);
/** Of the task at hand; a thread has one at a time. */
let stopping = new AbortController();

/** A file under the name that its sender gave it: where it lies in the server is nobody's business. */
async function withSource<T>(
  { path, name, sha256 }: DecisionFile,
  reading: FileReading,
  use: (source: DecisionSource) => Promise<T>,
): Promise<T> {
  const source = await openFile(path, { ...reading, name });
  try {
    return await use({ ...source, hash: async () => sha256 });
  } finally {
    await source.close();
  }
}

async function audit({ file, request, content }: DecisionTask & { kind: "audit" }): Promise<AuditedDecisions> {
  const { delimiter, decimal } = request.mapping;
  const reading = { ...(delimiter !== undefined && { delimiter }), ...(decimal !== undefined && { decimal }) };
  const watch = { signal: stopping.signal, onProgress: (share: number) => say({ kind: "progress", share }) };
  const { report, cube } = await withSource(file, reading, (source) => auditSource(source, request, watch));
  const [reportText, counts] = [JSON.stringify(report), JSON.stringify(cubeColumns(cube))];
  return {
    brief: auditBrief(report, reportText),
    report: reportText,
    counts,
    content: content === "none" ? null : { report: await packed(reportText), counts: await packed(counts) },
  };
}

function describe({ file }: DecisionTask & { kind: "describe" }): Promise<DecisionColumns> {
  return withSource(file, {}, (source) => describeColumns(source, { signal: stopping.signal }));
}

async function report({ packed: kept, reading }: DecisionTask & { kind: "report" }): Promise<string> {
  return writeReport(JSON.parse((await unpacked(kept)).toString("utf8")), reading);
}

function answerTo(task: DecisionTask): Promise<AnswerOf[keyof AnswerOf]> {
  switch (task.kind) {
    case "describe":
      return describe(task);
    case "audit":
      return audit(task);
    case "report":
      return report(task);
  }
}

function say(message: FromDecisionWorker): void {
  parentPort?.postMessage(message);
}

async function work(task: DecisionTask): Promise<void> {
  stopping = new AbortController();
  // What does not fit in memory is written beside the file, so that it goes when the file goes.
  if ("folder" in task) process.env.TMPDIR = task.folder;
  try {
    say({ kind: "done", answer: await answerTo(task) });
  } catch (error) {
    if (error instanceof Failure) {
      const { code, message: what, remedy, mistakes } = error;
      say({ kind: "refused", code, what, remedy, mistakes });
    } else say({ kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on("message", (message: ToDecisionWorker) => {
  if (message.kind === "stop") stopping.abort();
  else void work(message);
});
