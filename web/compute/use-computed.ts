import { useCallback, useEffect, useRef, useState } from "react";
import type { Report, TaskName, Tasks } from "./tasks.ts";

export interface Computed<Name extends TaskName> {
  /** The newest answer; while another one is computed, the one before, which answers another question. */
  readonly answer: Tasks[Name]["answer"] | undefined;
  readonly answers: "this-question" | "the-one-before" | "nothing-yet";
  readonly state: "waiting" | "computing" | "answered" | "stopped" | "refused";
  /** Steps done, where the task has steps. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly message: string | null;
  readonly stop: () => void;
  readonly again: () => void;
}

/**
 * Has a task computed in a worker of its own whenever `key` changes, so that the page never stalls; it ends with the
 * page, with the next question, or when it is stopped. An undefined input waits.
 */
export function useComputed<Name extends TaskName>(
  task: Name,
  input: Tasks[Name]["question"] | undefined,
  key: string,
): Computed<Name> {
  const [answered, setAnswered] = useState<{ readonly key: string; readonly answer: Tasks[Name]["answer"] }>();
  const [state, setState] = useState<Computed<Name>["state"]>("waiting");
  const [progress, setProgress] = useState<Computed<Name>["progress"]>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const worker = useRef<Worker | null>(null);
  const latest = useRef(input);
  latest.current = input;
  const isReady = input !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the input is; an attempt asks again
  useEffect(() => {
    if (!isReady) return;
    const made = new Worker(new URL("./compute-worker.ts", import.meta.url), { type: "module", name: task });
    worker.current = made;
    setState("computing");
    setProgress(null);
    setMessage(null);
    made.addEventListener("message", ({ data }: MessageEvent<Report<Name>>) => {
      if (data.kind === "progress") return setProgress(data);
      made.terminate();
      if (data.kind === "answer") {
        performance.measure(`plimsoll-${task}`, { start: performance.now() - data.tookMs, duration: data.tookMs });
        setAnswered({ key, answer: data.answer });
        setState("answered");
      } else {
        setMessage(data.message);
        setState("refused");
      }
    });
    made.addEventListener("error", (event) => {
      setMessage(event.message || "it could not be computed");
      setState("refused");
    });
    made.postMessage({ task, input: latest.current });
    return () => made.terminate();
  }, [task, key, isReady, attempt]);

  const stop = useCallback(() => {
    worker.current?.terminate();
    setState((now) => (now === "computing" ? "stopped" : now));
  }, []);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const answers = answered === undefined ? "nothing-yet" : answered.key === key ? "this-question" : "the-one-before";
  return { answer: answered?.answer, answers, state, progress, message, stop, again };
}
