import { useEffect, useRef, useState } from "react";
import type { Scenario } from "../../../src/engine/quantification/scenario.ts";
import type { ScenarioFigures, ScenarioQuestion } from "./scenario-figures.ts";

type Draft = Omit<Extract<ScenarioQuestion, { kind: "draft" }>, "kind" | "number">;

/** How long the hands may rest between two letters before figures are asked for. */
const restMs = 60;

/**
 * Figures of a scenario while it is typed, from a worker. While it computes, only the newest state waits; an answer to
 * an older one is still shown until the newer arrives, so that nothing flickers. Undefined before the first.
 */
export function useScenarioFigures(
  draft: Draft,
  held: { readonly others: readonly Scenario[]; readonly before: Scenario | null } | undefined,
): {
  readonly figures: ScenarioFigures | undefined;
  readonly state: "current" | "computing";
  readonly error: string | null;
} {
  const worker = useRef<Worker | null>(null);
  const busy = useRef<"idle" | "busy">("idle");
  const waiting = useRef<ScenarioQuestion | null>(null);
  const number = useRef(0);
  const [figures, setFigures] = useState<ScenarioFigures>();
  const [error, setError] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const made = new Worker(new URL("./scenario-worker.ts", import.meta.url), { type: "module", name: "scenario" });
    worker.current = made;
    made.addEventListener("message", ({ data }: MessageEvent<ScenarioFigures>) => {
      for (const [name, duration] of [
        ["plimsoll-scenario-worker", data.tookMs],
        ["plimsoll-portfolio-redraw", data.portfolioMs],
      ] as const)
        performance.measure(name, { start: performance.now() - duration, duration });
      setFigures(data);
      const next = waiting.current;
      waiting.current = null;
      if (next === null) busy.current = "idle";
      else made.postMessage(next);
    });
    made.addEventListener("error", (event) => setError(event.message || "the figures could not be computed"));
    return () => {
      made.terminate();
      worker.current = null;
      busy.current = "idle";
      waiting.current = null;
    };
  }, []);

  const heldKey = held === undefined ? "" : JSON.stringify(held);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is held is compared by what it says
  useEffect(() => {
    if (held !== undefined) worker.current?.postMessage({ kind: "others", ...held } satisfies ScenarioQuestion);
  }, [heldKey]);

  const key = JSON.stringify(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is another one where it says something else
  useEffect(() => {
    const timer = setTimeout(() => {
      number.current += 1;
      setAsked(number.current);
      const question: ScenarioQuestion = { kind: "draft", number: number.current, ...draft };
      if (busy.current === "busy") waiting.current = question;
      else {
        busy.current = "busy";
        worker.current?.postMessage(question);
      }
    }, restMs);
    return () => clearTimeout(timer);
  }, [key, heldKey]);

  return { figures, state: figures?.number === asked && asked > 0 ? "current" : "computing", error };
}
