import { useEffect, useState } from "react";

/** A value once it has stayed the same for a while; until then the one before. With 0 it is followed at once. */
export function useSettled<T>(value: T, forMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (forMs === 0) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return forMs === 0 ? value : settled;
}
