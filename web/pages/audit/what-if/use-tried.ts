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
  const [state, setState] = useState<{
    readonly key: string;
    readonly seen: string | undefined;
    readonly written: string | undefined;
    readonly tried: Tried | null;
  }>({ key, seen: text, written: text, tried: readTried(text, groups) });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  writer.current = write;
  if (state.key !== key || state.seen !== text) {
    // What this hook wrote itself comes back late: the hand may be further by then.
    const isEcho = state.key === key && state.written === text;
    setState({ key, seen: text, written: text, tried: isEcho ? state.tried : readTried(text, groups) });
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const put = useCallback((tried: Tried | null) => {
    setState((current) => ({ ...current, tried }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const written = tried === null ? undefined : writeTried(tried);
      setState((current) => ({ ...current, written }));
      writer.current(written);
    }, restMs);
  }, []);
  const setTried = useCallback((next: Tried) => put(next), [put]);
  const reset = useCallback(() => put(null), [put]);
  return { tried: state.tried ?? start, setTried, isChanged: state.tried !== null, reset };
}
