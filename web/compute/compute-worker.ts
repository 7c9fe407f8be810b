import { answerTask } from "./answer-task.ts";
import type { Question, Report } from "./tasks.ts";

/** One question, then it is done: whoever asked ends it, and may do so at any time. */
addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const start = performance.now();
  const say = (report: Report) => postMessage(report);
  try {
    const answer = answerTask(data, (done, of) => say({ kind: "progress", done, of }));
    say({ kind: "answer", answer, tookMs: performance.now() - start });
  } catch (error) {
    say({ kind: "refusal", message: (error as Error).message });
  }
});
