import { ScenarioAnswers } from "./answer-scenario.ts";
import type { ScenarioQuestion } from "./scenario-figures.ts";

/** Computes beside the page, so that typing never waits for a figure. */
const answers = new ScenarioAnswers(() => performance.now());

addEventListener("message", ({ data }: MessageEvent<ScenarioQuestion>) => {
  if (data.kind === "others") answers.hold(data.others, data.before);
  else postMessage(answers.answer(data));
});
