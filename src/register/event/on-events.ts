import type { Database } from "../../store/database.ts";

/**
 * Calls `listener` after each commit that wrote events, here or by another server on the same Postgres, with the
 * newest seq; null when notifications may have been missed, so read on from what you have seen.
 */
export function onEvents(db: Database, listener: (seq: number | null) => void): Promise<() => Promise<void>> {
  return db.listen((payload) => listener(payload === "" ? null : Number(payload)));
}
