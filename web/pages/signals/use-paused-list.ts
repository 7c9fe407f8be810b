import { useState } from "react";
import type { SignalSummary } from "../../../src/contract/signal-page.ts";
import { useHeld } from "../../figure/use-held.ts";

/** A list that stands still while it is paused, or while a pointer or the focus is in it; news waits behind its count. */
export function usePausedList(latest: readonly SignalSummary[], key: string, flow: "live" | "paused") {
  const [stopped, setStopped] = useState({ list: latest, key });
  if (flow === "live" || stopped.key !== key) {
    if (stopped.list !== latest || stopped.key !== key) setStopped({ list: latest, key });
  } else if (latest.length > stopped.list.length && isContinued(stopped.list, latest)) {
    // Older ones were asked for while it stood still.
    setStopped({ list: latest, key });
  }
  const held = useHeld(stopped.list, key);
  const now = new Map(latest.map((entry) => [entry.id, entry]));
  // Where only a pointer holds the rows, each still says how it stands now.
  const shown = flow === "paused" ? stopped.list : held.shown.map((entry) => now.get(entry.id) ?? entry);
  const known = new Set(shown.map(({ id }) => id));
  const oldest = shown.at(-1)?.signal.occurredAt ?? "";
  const newer = latest.filter(({ id, signal }) => !known.has(id) && signal.occurredAt >= oldest).length;
  const accept = () => {
    setStopped({ list: latest, key });
    held.accept();
  };
  return { shown, newer, accept, holdProps: held.holdProps };
}

/** Whether `longer` is `list` and older ones after it. */
function isContinued(list: readonly SignalSummary[], longer: readonly SignalSummary[]): boolean {
  return list.every(({ id }, i) => longer[i]?.id === id);
}
