import type { Event } from "../../contract/event.ts";
import type { Context } from "../context.ts";
import { allIds } from "../record/alias-queries.ts";
import { requireRole } from "../require-role.ts";
import { selectEvents } from "./event-queries.ts";

export interface ListEventsInput {
  readonly kind?: Event["subject"]["kind"];
  /** With `kind`: a record by its present id or a former one; events under all its ids are found. */
  readonly id?: string;
  readonly verb?: string;
  /** Id of who did it, or a former one. */
  readonly actor?: string;
  /** Only events with a larger seq. */
  readonly after?: number;
  /** Only events with a smaller seq. */
  readonly before?: number;
  readonly order?: "newest-first" | "oldest-first";
  readonly limit?: number;
}

/** Events by what they were about, what was done and who did it. */
export async function listEvents(ctx: Context, input: ListEventsInput = {}): Promise<Event[]> {
  requireRole(ctx, "viewer");
  const { kind, id, verb, actor, after, before, order = "newest-first", limit = 100 } = input;
  const { queries } = ctx.db;
  const ids = kind === undefined || id === undefined ? undefined : await allIds(queries, kind, id);
  return selectEvents(queries, {
    ...(kind === undefined ? {} : { subject: { kind, ...(ids === undefined ? {} : { ids }) } }),
    ...(verb === undefined ? {} : { verb }),
    ...(actor === undefined ? {} : { actors: await allIds(queries, "person", actor) }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    order,
    limit,
  });
}
