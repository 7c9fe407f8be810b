import { useCallback, useEffect, useMemo, useState } from "react";
import type { StoredStudy } from "../../../src/contract/study.ts";
import { useUndoSteps } from "./use-undo-steps.ts";

/** What is typed of a study: its name, its system, and what its sheet holds. */
export interface StudyDraft<Sheet> {
  readonly name: string;
  /** Empty for none. */
  readonly system: string;
  readonly sheet: Sheet;
}

/** A study as it is typed, over the version it was begun on; every change can be taken back. */
export function useStudyDraft<Sheet>(
  stored: StoredStudy | null,
  draftOf: (stored: StoredStudy | null) => StudyDraft<Sheet>,
) {
  const [begun, setBegun] = useState(stored);
  const first = useMemo(() => draftOf(begun), [begun, draftOf]);
  const { draft, isChanged, canUndo, step, undo, forget } = useUndoSteps(first);
  const change = useCallback(
    (part: Partial<StudyDraft<Sheet>>, field?: string) => step((before) => ({ ...before, ...part }), field),
    [step],
  );
  const beginOn = useCallback(
    (next: StoredStudy | null) => {
      forget();
      setBegun(next);
    },
    [forget],
  );

  // Where nothing was typed, what somebody else saved is shown; where something was, it is kept until it is saved.
  useEffect(() => {
    if (!isChanged && stored !== null && stored.version !== begun?.version) beginOn(stored);
  }, [stored, begun, isChanged, beginOn]);

  return { begun, draft, isChanged, canUndo, change, undo, reset: forget, beginOn };
}
