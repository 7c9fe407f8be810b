import { useCallback, useState } from "react";

const mostSteps = 200;

/** What was typed over a first draft, step by step; every step can be taken back. */
export function useUndoSteps<Draft>(first: Draft) {
  const [steps, setSteps] = useState<readonly Draft[]>([]);
  const [lastField, setLastField] = useState("");
  const draft = steps.at(-1) ?? first;
  /** Changes that name the same field, one after another, are taken back as one. */
  const step = useCallback(
    (next: (before: Draft) => Draft, field = "") => {
      setSteps((before) => {
        const isSameField = field !== "" && field === lastField && before.length > 0;
        return [...(isSameField ? before.slice(0, -1) : before.slice(-mostSteps)), next(before.at(-1) ?? first)];
      });
      setLastField(field);
    },
    [first, lastField],
  );
  const undo = useCallback(() => {
    setLastField("");
    setSteps((before) => before.slice(0, -1));
  }, []);
  const forget = useCallback(() => {
    setLastField("");
    setSteps([]);
  }, []);
  const isChanged = steps.length > 0 && JSON.stringify(draft) !== JSON.stringify(first);
  return { draft, isChanged, canUndo: steps.length > 0, step, undo, forget };
}
