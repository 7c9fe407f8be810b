import { sql } from "kysely";
import type { Queries } from "../../store/database.ts";
import type { KeptRow } from "../record/record-queries.ts";

/** Assessments of a risk under all its ids: the newest day first, then the last recorded. */
export async function selectAssessments(queries: Queries, risks: readonly string[], limit: number): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    SELECT assessment.id, record, version, created_at, changed_at, retired_on FROM assessment
    JOIN event ON event.subject_kind = 'assessment' AND event.subject_id = assessment.id
    WHERE risk = ANY (${[...risks]}::text[]) ORDER BY record ->> 'on' COLLATE "C" DESC, seq DESC LIMIT ${limit}`.execute(
    queries,
  );
  return rows;
}
