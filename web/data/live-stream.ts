import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { observable } from "./observable.ts";

/** `lost` says since when: what stands on the page is that old. */
export interface Connection {
  readonly state: "live" | "lost";
  readonly at: Date;
}

export const connection = observable<Connection>({ state: "live", at: new Date() });

const topics = [
  "settings",
  "person",
  "dependency",
  "system",
  "control",
  "limit",
  "risk",
  "assessment",
  "audit",
  "study",
  "workshop",
  "assignment-rule",
  "receipt",
  "portfolio",
] as const;
/** Events of one transaction arrive one by one; they are answered by one refetch. */
const gatherForMs = 120;
const tryAgainAfterMs = 2000;

/** Keeps every figure on the page current: any event makes what is shown be read again. */
export function useLiveStream(queries: QueryClient): void {
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;

    const readAgain = () => {
      // Not put off by the next event: while many arrive, the page follows all the same.
      gathering ??= setTimeout(() => {
        gathering = undefined;
        connection.set({ state: "live", at: new Date() });
        void queries.invalidateQueries();
      }, gatherForMs);
    };
    const open = () => {
      source = new EventSource("/v1/stream");
      for (const topic of topics) source.addEventListener(topic, readAgain);
      source.addEventListener("open", () => {
        if (wasLost) readAgain();
        else connection.set({ state: "live", at: new Date() });
        wasLost = false;
      });
      source.addEventListener("error", () => {
        if (!wasLost) connection.set({ state: "lost", at: new Date() });
        wasLost = true;
        // The browser tries again by itself unless the answer was a refusal, such as a proxy's 502.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, tryAgainAfterMs);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      clearTimeout(gathering);
      source?.close();
    };
  }, [queries]);
}
