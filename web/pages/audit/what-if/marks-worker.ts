import { thresholdMarks } from "../../../../src/engine/fairness/threshold/threshold-marks.ts";
import type { MarksQuestion, MarksReport } from "./marks-question.ts";

/** Seeks the thresholds of every aim beside the page: it takes longer than a frame. */
addEventListener("message", ({ data }: MessageEvent<MarksQuestion>) => {
  const start = performance.now();
  const marks = thresholdMarks({ sweeps: data.sweeps }, data.costs);
  const report: MarksReport = { key: data.key, marks, tookMs: performance.now() - start };
  postMessage(report);
});
