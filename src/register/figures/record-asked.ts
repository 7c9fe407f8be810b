import { Failure } from "../../contract/failure.ts";
import type { Context } from "../context.ts";
import { allIds } from "../record/alias-queries.ts";
import type { RecordOf, StoredRecord } from "../record/record-kind.ts";
import { plural } from "../record/record-schema.ts";
import { requireRole } from "../require-role.ts";
import type { RegisterFigures } from "./register-figures.ts";

type AskedKind = "risk" | "system";

/** A record as the figures have it, and every id it has had. */
export interface RecordAsked<K extends AskedKind> {
  /** The id it has in the figures, which may be of the past. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly stored: StoredRecord<RecordOf[K]>;
}

/** The record that a reader asks for by any id it has had; `not-found` where there is none in use. */
export async function recordAsked<K extends AskedKind>(
  ctx: Context,
  figures: RegisterFigures,
  { kind, asked }: { readonly kind: K; readonly asked: string },
): Promise<RecordAsked<K>> {
  requireRole(ctx, "viewer");
  const records = figures.state[plural(kind)] as ReadonlyMap<string, StoredRecord<RecordOf[K]>>;
  const ids = await allIds(ctx.db.queries, kind, asked);
  const id = [asked, ...ids].find((each) => records.has(each));
  const stored = id === undefined ? undefined : records.get(id);
  if (id !== undefined && stored?.retiredOn === null) return { id, ids, stored };
  throw new Failure(
    "not-found",
    stored === undefined ? `${kind} ${asked}: not in the register` : `${kind} ${asked}: retired on ${stored.retiredOn}`,
    `list the ${plural(kind)} by GET /v1/${plural(kind)}`,
  );
}
