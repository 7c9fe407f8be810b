import { hashKey } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { StoredSettings } from "../../../data/settings.ts";
import { draftOfScale, type MatrixDraft } from "./matrix-draft.ts";

const mostSteps = 200;

/** The scale as it is typed, over the settings it was begun on; every change can be taken back. */
export function useMatrixDraft(stored: StoredSettings) {
  const [begun, setBegun] = useState(stored);
  const { scale } = begun.record;
  const first = useMemo(() => draftOfScale(scale), [scale]);
  const [steps, setSteps] = useState<readonly MatrixDraft[]>([]);
  const draft = steps.at(-1) ?? first;
  const isChanged = steps.length > 0 && JSON.stringify(draft) !== JSON.stringify(first);

  /** Changes that name the same field, one after another, are taken back as one. */
  const [lastField, setLastField] = useState("");
  const change = useCallback(
    (next: MatrixDraft, field = "") => {
      setSteps((before) => {
        const isSameField = field !== "" && field === lastField && before.length > 0;
        return [...(isSameField ? before.slice(0, -1) : before.slice(-mostSteps)), next];
      });
      setLastField(field);
    },
    [lastField],
  );
  const undo = useCallback(() => {
    setLastField("");
    setSteps((before) => before.slice(0, -1));
  }, []);
  const beginOn = useCallback((next: StoredSettings) => {
    setLastField("");
    setSteps([]);
    setBegun(next);
  }, []);
  const reset = useCallback(() => beginOn(begun), [beginOn, begun]);

  // Where nothing was typed, what somebody else saved is shown. Where something was, it is kept, over their settings
  // if they left the scale as it was.
  useEffect(() => {
    if (stored.version === begun.version) return;
    if (!isChanged) beginOn(stored);
    else if (hasSameScale(stored, begun)) setBegun(stored);
  }, [stored, begun, isChanged, beginOn]);

  return { begun, draft, isChanged, canUndo: steps.length > 0, change, undo, reset, beginOn };
}

/** Whether two versions of the settings differ in other things only; the database keeps no order of keys. */
export function hasSameScale(a: StoredSettings, b: StoredSettings): boolean {
  return hashKey([a.record.scale]) === hashKey([b.record.scale]);
}
