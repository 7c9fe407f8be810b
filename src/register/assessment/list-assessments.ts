import type { Assessment } from "../../contract/record.ts";
import type { Context } from "../context.ts";
import { allIds } from "../record/alias-queries.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { fromRow } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";
import { selectAssessments } from "./assessment-queries.ts";

/** The judgements of a risk, the newest day first, then the newest record; under its former ids too. */
export async function listAssessments(
  ctx: Context,
  { risk, limit = 100 }: { readonly risk: string; readonly limit?: number },
): Promise<StoredRecord<Assessment>[]> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const ids = await allIds(queries, "risk", risk);
  const rows = await selectAssessments(queries, ids, limit);
  return rows.map((row) => {
    const stored = fromRow(row) as StoredRecord<Assessment>;
    return { ...stored, record: { ...stored.record, risk: ids[0]! } };
  });
}
