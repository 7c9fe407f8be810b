import { useCallback, useEffect, useRef, useState } from "react";
import { readTried, type Tried, writeTried } from "./tried-thresholds.ts";

interface TriedHandle {
  readonly tried: Tried;
  readonly setTried: (next: Tried) => void;
  readonly isChanged: boolean;
  readonly reset: () => void;
}

const restMs = 250;

/**
 * What is tried, at once while it is dragged, and in the address bar when the hand rests; an address that is opened or
 * gone back to says what is tried.
 *
 * @param key - of the groups: others start anew
 */
export function useTried(
  text: string | undefined,
  { key, start, write }: { key: string; start: Tried; write: (text: string | undefined) => void },
): TriedHandle {
  const groups = start.values.length;
  const [state, setState] = useState({ key, text, tried: readTried(text, groups) });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  writer.current = write;
  // The address was changed by somebody else than this hook, or is of other groups.
  if (state.key !== key || (state.text !== text && !timer.current))
    setState({ key, text, tried: readTried(text, groups) });
  useEffect(() => () => clearTimeout(timer.current), []);
  const put = useCallback(
    (tried: Tried | null) => {
      const next = tried === null ? undefined : writeTried(tried);
      setState((current) => ({ ...current, tried, key }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        timer.current = undefined;
        setState((current) => ({ ...current, text: next }));
        writer.current(next);
      }, restMs);
    },
    [key],
  );
  const setTried = useCallback((next: Tried) => put(next), [put]);
  const reset = useCallback(() => put(null), [put]);
  return { tried: state.tried ?? start, setTried, isChanged: state.tried !== null, reset };
}
