import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";

interface Guard {
  readonly isAsking: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
}

/** Holds a way out of the page while something is typed and not saved, and asks; the browser asks when it is closed. */
export function useLeaveGuard(isChanged: boolean): Guard {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    withResolver: true,
    enableBeforeUnload: () => isChanged,
  });
  useEffect(() => {
    if (!isChanged && status === "blocked") proceed?.();
  }, [isChanged, status, proceed]);
  return {
    isAsking: status === "blocked",
    leave: () => proceed?.(),
    stay: () => reset?.(),
  };
}
