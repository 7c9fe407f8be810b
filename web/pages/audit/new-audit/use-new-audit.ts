import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { MadeAudit, NewAudit, ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";
import { makeAudit } from "../../../data/make-audit.ts";
import { Refusal, ServerGone } from "../../../data/request.ts";
import { sendDecisions } from "../../../data/send-decisions.ts";

/** What is going on: nothing, a file on its way, its decisions being counted; and what came of the last try. */
export type AuditWork =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" | "auditing"; readonly share: number | null }
  | { readonly kind: "refused"; readonly error: Error }
  | { readonly kind: "stopped"; readonly what: "sending" | "auditing" };

/** Sends a file, and has it audited; both can be stopped, and stop when the page is left. */
export function useNewAudit() {
  const queries = useQueryClient();
  const [work, setWork] = useState<AuditWork>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async <T>(kind: "sending" | "auditing", task: (controller: AbortController) => Promise<T>): Promise<T | null> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setWork({ kind, share: null });
      try {
        const done = await task(controller);
        setWork({ kind: "idle" });
        return done;
      } catch (error) {
        if (running.current !== controller) return null;
        if (controller.signal.aborted) setWork({ kind: "stopped", what: kind });
        else setWork({ kind: "refused", error: error instanceof Error ? error : new Error(String(error)) });
        return null;
      } finally {
        if (running.current === controller) running.current = null;
      }
    },
    [],
  );

  const send = useCallback(
    (file: File): Promise<ReceivedDecisions | null> =>
      run("sending", ({ signal }) =>
        sendDecisions(file, {
          signal,
          // All sent is not all done: then the server looks at the columns, and says nothing of how far it is.
          onProgress: (sent) => setWork({ kind: "sending", share: sent >= file.size ? null : sent / file.size }),
        }),
      ),
    [run],
  );
  const audit = useCallback(
    async (body: NewAudit, file: File): Promise<MadeAudit | null> => {
      const made = await run("auditing", async ({ signal }) => {
        const make = (asked: NewAudit) =>
          makeAudit(asked, { signal, onProgress: (share) => setWork({ kind: "auditing", share }) });
        try {
          return await make(body);
        } catch (error) {
          if (!isForgotten(error, body)) throw error;
          // The server forgets files after a while; the page still has it.
          const { id } = await sendDecisions(file, { signal, onProgress: () => {} });
          return make({ ...body, decisions: id });
        }
      });
      if (made?.audit) void queries.invalidateQueries();
      return made;
    },
    [run, queries],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  const dismiss = useCallback(() => setWork({ kind: "idle" }), []);
  return { work, send, audit, stop, dismiss };
}

function isForgotten(error: unknown, { decisions }: NewAudit): boolean {
  return error instanceof Refusal && error.problem.status === 404 && error.problem.detail.includes(decisions);
}

/** Why it did not work, and what to do, in a sentence without its end. */
export function workRefusal(error: Error): string {
  if (error instanceof ServerGone) return "the server does not answer; start it again with plimsoll serve";
  if (!(error instanceof Refusal)) return error.message;
  const { detail, remedy, mistakes = [] } = error.problem;
  if (mistakes.length > 0) return mistakes.map((each) => `${each.what}; ${each.remedy}`).join("; ");
  return remedy ? `${detail}; ${remedy}` : detail;
}
