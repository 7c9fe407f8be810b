import { useCallback, useEffect, useMemo, useState } from "react";
import type { StoredStudy } from "../../../src/contract/study.ts";

/** What is typed of a study: its name, its system, and what its sheet holds. */
export interface StudyDraft<Sheet> {
  readonly name: string;
  /** Empty for none. */
  readonly system: string;
  readonly sheet: Sheet;
}

const mostSteps = 200;

/** A study as it is typed, over the version it was begun on; every change can be taken back. */
export function useStudyDraft<Sheet>(
  stored: StoredStudy | null,
  draftOf: (stored: StoredStudy | null) => StudyDraft<Sheet>,
) {
  const [begun, setBegun] = useState(stored);
  const first = useMemo(() => draftOf(begun), [begun, draftOf]);
  const [steps, setSteps] = useState<readonly StudyDraft<Sheet>[]>([]);
  const draft = steps.at(-1) ?? first;
  const isChanged = steps.length > 0 && JSON.stringify(draft) !== JSON.stringify(first);

  /** Changes that name the same field, one after another, are taken back as one. */
  const [lastField, setLastField] = useState("");
  const change = useCallback(
    (part: Partial<StudyDraft<Sheet>>, field = "") => {
      setSteps((before) => {
        const next = { ...(before.at(-1) ?? first), ...part };
        const isSameField = field !== "" && field === lastField && before.length > 0;
        return [...(isSameField ? before.slice(0, -1) : before.slice(-mostSteps)), next];
      });
      setLastField(field);
    },
    [first, lastField],
  );
  const undo = useCallback(() => {
    setLastField("");
    setSteps((before) => before.slice(0, -1));
  }, []);
  const beginOn = useCallback((next: StoredStudy | null) => {
    setLastField("");
    setSteps([]);
    setBegun(next);
  }, []);
  const reset = useCallback(() => beginOn(begun), [beginOn, begun]);

  // Where nothing was typed, what somebody else saved is shown; where something was, it is kept until it is saved.
  useEffect(() => {
    if (!isChanged && stored !== null && stored.version !== begun?.version) beginOn(stored);
  }, [stored, begun, isChanged, beginOn]);

  return { begun, draft, isChanged, canUndo: steps.length > 0, change, undo, reset, beginOn };
}
