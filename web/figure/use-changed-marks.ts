import { useEffect, useRef, useState } from "react";
import type { HeatMap } from "../../src/contract/heat-map.ts";

const pulseMs = 900;
const none: ReadonlySet<string> = new Set();

/** Ids of the risks that a new revision moved, for as long as a pulse lasts. Another question about them is no change. */
export function useChangedMarks(map: HeatMap | undefined, question: string): ReadonlySet<string> {
  const [changed, setChanged] = useState<ReadonlySet<string>>(none);
  const last = useRef<{ question: string; revision: number; places: Map<string, string> } | null>(null);
  useEffect(() => {
    if (!map) return;
    const places = new Map(
      map.marks.map((mark) => [mark.id, JSON.stringify([mark[map.by], mark.status, mark.overdue])]),
    );
    const before = last.current;
    last.current = { question, revision: map.revision, places };
    if (before?.question !== question || before.revision === map.revision) return;
    const moved = new Set([...places].filter(([id, place]) => before.places.get(id) !== place).map(([id]) => id));
    if (moved.size === 0) return;
    setChanged(moved);
    const timer = setTimeout(() => setChanged(none), pulseMs);
    return () => clearTimeout(timer);
  }, [map, question]);
  return changed;
}
