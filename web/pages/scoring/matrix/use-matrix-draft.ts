import { hashKey } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { StoredSettings } from "../../../data/settings.ts";
import { useUndoSteps } from "../use-undo-steps.ts";
import { draftOfScale, type MatrixDraft } from "./matrix-draft.ts";

/** The scale as it is typed, over the settings it was begun on; every change can be taken back. */
export function useMatrixDraft(stored: StoredSettings) {
  const [begun, setBegun] = useState(stored);
  const { scale } = begun.record;
  const first = useMemo(() => draftOfScale(scale), [scale]);
  const { draft, isChanged, canUndo, step, undo, forget } = useUndoSteps(first);
  const change = useCallback((next: MatrixDraft, field?: string) => step(() => next, field), [step]);
  const beginOn = useCallback(
    (next: StoredSettings) => {
      forget();
      setBegun(next);
    },
    [forget],
  );

  // Where nothing was typed, what somebody else saved is shown. Where something was, it is kept, over their settings
  // if they left the scale as it was.
  useEffect(() => {
    if (stored.version === begun.version) return;
    if (!isChanged) beginOn(stored);
    else if (hasSameScale(stored, begun)) setBegun(stored);
  }, [stored, begun, isChanged, beginOn]);

  return { begun, draft, isChanged, canUndo, change, undo, reset: forget, beginOn };
}

/** Whether two versions of the settings differ in other things only; the database keeps no order of keys. */
export function hasSameScale(a: StoredSettings, b: StoredSettings): boolean {
  return hashKey([a.record.scale]) === hashKey([b.record.scale]);
}
