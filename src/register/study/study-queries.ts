import { sql } from "kysely";
import type { Queries } from "../../store/database.ts";

/** Who changed each study last up to an event, under the id that person has now. */
export async function selectStudyAuthors(
  queries: Queries,
  ids: readonly string[],
  upTo: number,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ study: string; person: string }>`
    WITH last AS (
      SELECT DISTINCT ON (subject_id) subject_id AS study, actor ->> 'id' AS actor FROM event
      WHERE subject_kind = 'study' AND subject_id = ANY (${[...ids]}::text[]) AND seq <= ${upTo}
      ORDER BY subject_id, seq DESC
    )
    SELECT study, coalesce(alias.id, actor) AS person FROM last
    LEFT JOIN alias ON alias.kind = 'person' AND alias.former_id = actor`.execute(queries);
  return new Map(rows.map(({ study, person }) => [study, person]));
}
