import { Failure } from "../../contract/failure.ts";
import type { SignalFilter, SignalPage, SignalSummary } from "../../contract/signal-page.ts";
import type { Context } from "../context.ts";
import { allIds } from "../record/alias-queries.ts";
import { requireRole } from "../require-role.ts";
import { presentSystemIds } from "./present-system-ids.ts";
import { type KeptSignal, selectSignals } from "./signal-queries.ts";

export interface ListSignalsInput extends SignalFilter {
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Signals by when they occurred, the newest first. A late one lands where it belongs, not at the top. */
export async function listSignals(
  ctx: Context,
  { system, cursor, limit, ...filter }: ListSignalsInput,
): Promise<SignalPage> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const rows = await selectSignals(queries, {
    ...filter,
    systems: system === undefined ? undefined : await allIds(queries, "system", system),
    before: cursor === undefined ? undefined : placeOf(cursor),
    limit: limit + 1,
  });
  const present = await presentSystemIds(queries);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => signalSummary(row, present)),
    next: rows.length > limit ? `${last!.occurred_at}/${last!.id}` : null,
  };
}

export function signalSummary(row: KeptSignal, present: (id: string | null) => string | null): SignalSummary {
  return {
    id: row.id,
    signal: row.fact,
    state: row.state,
    resolvedAt: row.resolved_at,
    system: present(row.system),
    rule: row.rule,
  };
}

function placeOf(cursor: string): { occurredAt: string; id: string } {
  const [, occurredAt, id] =
    /^((?:19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/(sg-[0-9a-z]{26})$/.exec(cursor) ?? [];
  if (occurredAt === undefined || id === undefined || Number.isNaN(Date.parse(occurredAt)))
    throw new Failure(
      "invalid-input",
      `cursor ${JSON.stringify(cursor)}: none of ours`,
      "send the next of the page before",
    );
  return { occurredAt, id };
}
