import type { Actor } from "../contract/actor.ts";
import type { Database } from "../store/database.ts";

/** What every verb is given: where the data lies, who asks, and when. */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: Date;
}
