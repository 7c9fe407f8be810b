import { parentPort } from "node:worker_threads";
import { computeStudy, type StudyOptions } from "../../contract/structured/compute-study.ts";
import type { Study } from "../../contract/study.ts";

/** What the thread is asked to compute; it does so once. */
export interface StudyTask {
  readonly study: Study;
  readonly options: StudyOptions;
}

parentPort?.on("message", ({ study, options }: StudyTask) => {
  parentPort?.postMessage(JSON.stringify(computeStudy(study, options)));
});
