import { sql } from "kysely";
import type { Assessment } from "../../contract/record.ts";
import type { Context } from "../context.ts";
import { allIds } from "../record/alias-queries.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { fromRow, type KeptRow } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";

/** The judgements of a risk, the newest day first, then the newest record; under its former ids too. */
export async function listAssessments(
  ctx: Context,
  { risk, limit = 100 }: { readonly risk: string; readonly limit?: number },
): Promise<StoredRecord<Assessment>[]> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const ids = await allIds(queries, "risk", risk);
  const { rows } = await sql<KeptRow>`
    SELECT assessment.id, record, version, created_at, changed_at, retired_on FROM assessment
    JOIN event ON event.subject_kind = 'assessment' AND event.subject_id = assessment.id
    WHERE risk = ANY (${ids}::text[]) ORDER BY record ->> 'on' COLLATE "C" DESC, seq DESC LIMIT ${limit}`.execute(
    queries,
  );
  return rows.map((row) => {
    const stored = fromRow(row) as StoredRecord<Assessment>;
    return { ...stored, record: { ...stored.record, risk: ids[0]! } };
  });
}
