import type { Actor } from "../../contract/actor.ts";
import { defaultRawDays } from "../../contract/portfolio.ts";
import { enqueueJob } from "../../register/job-queries.ts";
import { newId } from "../../register/new-id.ts";
import { selectRecords } from "../../register/record/record-queries.ts";
import { removePayloads } from "../../register/signal/remove-payloads.ts";
import type { Database, Queries } from "../../store/database.ts";
import type { JobHandler } from "../jobs.ts";

/** Kind of the job that removes payloads whose days are over. */
export const rawRetention = "remove-raw-payloads";
const dayMs = 86_400_000;
const actor: Actor = { kind: "system", id: "retention", roles: ["administrator"], authenticated: true };

/** Sees to it that the job of today is there; each enqueues that of the day after. */
export function enqueueRawRetention(db: Database, now: Date): Promise<boolean> {
  return enqueueFor(db.queries, now, now);
}

/** Once a day: what was received `rawDays` ago or earlier loses its payload; hashes and signals remain. */
export function rawRetentionHandler({ now }: { readonly now: () => Date }): JobHandler {
  return async () => async (queries) => {
    const at = now();
    const settings = (await selectRecords(queries, "settings", ["settings"])).get("settings");
    const rawDays = settings?.record.rawDays ?? defaultRawDays;
    await removePayloads(queries, { actor, now: at }, { before: new Date(at.getTime() - rawDays * dayMs), rawDays });
    await enqueueFor(queries, new Date(at.getTime() + dayMs), at);
  };
}

function enqueueFor(queries: Queries, due: Date, now: Date): Promise<boolean> {
  const day = due.toISOString().slice(0, 10);
  return enqueueJob(
    queries,
    {
      id: newId("jb-", now),
      kind: rawRetention,
      payload: {},
      dueAt: new Date(`${day}T00:00:00Z`),
      maxAttempts: 10,
      idempotencyKey: `${rawRetention} ${day}`,
    },
    now,
  );
}
