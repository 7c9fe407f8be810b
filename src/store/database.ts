import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Where SQL can be run: the database itself, or one transaction on it. */
export type Queries = Kysely<Tables>;

/** The whole of what the rest of the program asks of a database, the same over PGlite and over Postgres. */
export interface Database {
  readonly kind: "pglite" | "postgres";
  /** For single statements; each is a transaction of its own. */
  readonly queries: Queries;
  /**
   * Runs `work` in one transaction: all of it is kept, or nothing when it throws.
   * `work` is run again when Postgres gave it up for another one (deadlock, serialization), so it does nothing but SQL.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Calls `listener` after each commit that notified, here or by another server; returns what ends it. */
  listen(listener: (payload: string) => void): Promise<() => Promise<void>>;
  /** Writes into the folder's lock where the running server is reached, for commands that then go through it. */
  announce(address: string): Promise<void>;
  close(): Promise<void>;
}

/** The channel on which a commit tells its newest `seq`. */
export const channel = "plimsoll";
