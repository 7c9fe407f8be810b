import { sql } from "kysely";
import type { Queries } from "../../store/database.ts";

/** What is kept beside an audit's record: its report and its counts, each as gzipped JSON. */
export interface AuditContent {
  readonly report: Uint8Array;
  readonly counts: Uint8Array;
}

export async function insertAuditContent(queries: Queries, id: string, content: AuditContent): Promise<void> {
  await sql`INSERT INTO audit_content (id, report, counts)
    VALUES (${id}, ${Buffer.from(content.report)}, ${Buffer.from(content.counts)})`.execute(queries);
}

/** One of the two, so that a report is read without its counts; null where no such audit is kept. */
export async function selectAuditContent(
  queries: Queries,
  id: string,
  part: keyof AuditContent,
): Promise<Uint8Array | null> {
  const { rows } = await sql<{ content: Uint8Array }>`
    SELECT ${sql.ref(part)} AS content FROM audit_content WHERE id = ${id}`.execute(queries);
  return rows[0]?.content ?? null;
}
