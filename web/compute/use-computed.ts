import { useCallback, useEffect, useRef, useState } from "react";
import type { Report, TaskName, Tasks } from "./tasks.ts";
import { takeTurn } from "./turns.ts";

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

interface Asking {
  /** What the input is: another key is another question. */
  readonly key: string;
  /** "in-turn" after the other long computations of the page; "at-once" beside them, where a hand waits for it. */
  readonly when: "in-turn" | "at-once";
}

/**
 * Has a task computed in a worker of its own whenever `key` changes, so that the page never stalls. What is computed
 * for another question, for a page that is left, or is stopped, ends at once. An undefined input waits.
 */
export function useComputed<Name extends TaskName>(
  task: Name,
  input: Tasks[Name]["question"] | undefined,
  { key, when }: Asking,
): Computed<Name> {
  const [answered, setAnswered] = useState<{ readonly key: string; readonly answer: Tasks[Name]["answer"] }>();
  const [state, setState] = useState<Computed<Name>["state"]>("waiting");
  const [progress, setProgress] = useState<Computed<Name>["progress"]>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const end = useRef<() => void>(() => {});
  /** A worker that has answered and waits for the next question: it is warm. */
  const idle = useRef<Worker | null>(null);
  const latest = useRef(input);
  latest.current = input;
  const isReady = input !== undefined;

  useEffect(
    () => () => {
      idle.current?.terminate();
      idle.current = null;
    },
    [],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the input is; an attempt asks again
  useEffect(() => {
    if (!isReady) return;
    let phase: "asked" | "running" | "over" = "asked";
    let giveBack = () => {};
    let worker: Worker | null = null;
    const finish = (keep: "keep" | "end") => {
      if (phase === "over") return;
      phase = "over";
      giveBack();
      if (worker === null) return;
      worker.onmessage = null;
      worker.onerror = null;
      if (keep === "keep") idle.current = worker;
      else worker.terminate();
    };
    const refuse = (why: string) => {
      setMessage(why);
      setState("refused");
      finish("end");
    };
    const run = () => {
      phase = "running";
      worker =
        idle.current ?? new Worker(new URL("./compute-worker.ts", import.meta.url), { type: "module", name: task });
      idle.current = null;
      worker.onmessage = ({ data }: MessageEvent<Report<Name>>) => {
        if (data.kind === "progress") return setProgress(data);
        if (data.kind === "refusal") return refuse(data.message);
        performance.measure(`plimsoll-${task}`, { start: performance.now() - data.tookMs, duration: data.tookMs });
        setAnswered({ key, answer: data.answer });
        setState("answered");
        finish("keep");
      };
      worker.onerror = (event) => refuse(event.message || "it could not be computed");
      worker.postMessage({ task, input: latest.current });
    };
    setState("computing");
    setProgress(null);
    setMessage(null);
    end.current = () => finish("end");
    if (when === "at-once") run();
    else
      void takeTurn().then((back) => {
        giveBack = back;
        if (phase === "over") back();
        else run();
      });
    return () => finish("end");
  }, [task, key, isReady, attempt]);

  const stop = useCallback(() => {
    end.current();
    setState((now) => (now === "computing" ? "stopped" : now));
  }, []);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const answers = answered === undefined ? "nothing-yet" : answered.key === key ? "this-question" : "the-one-before";
  return { answer: answered?.answer, answers, state, progress, message, stop, again };
}
