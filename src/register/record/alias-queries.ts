import { sql } from "kysely";
import type { Event } from "../../contract/event.ts";
import type { Queries } from "../../store/database.ts";

/** Lets the former ids lead to the new ones; an id that a record takes back is no alias any more. */
export async function moveAliases(
  queries: Queries,
  kind: Event["subject"]["kind"],
  renames: readonly { former: string; id: string }[],
): Promise<void> {
  for (const { former, id } of renames) {
    await sql`UPDATE alias SET id = ${id} WHERE kind = ${kind} AND id = ${former}`.execute(queries);
    await sql`DELETE FROM alias WHERE kind = ${kind} AND former_id = ${id}`.execute(queries);
    await sql`INSERT INTO alias (kind, former_id, id) VALUES (${kind}, ${former}, ${id})`.execute(queries);
  }
}

/** Former id → present id of every renamed record of a kind. */
export async function selectAliases(queries: Queries, kind: Event["subject"]["kind"]): Promise<Map<string, string>> {
  const { rows } = await sql<{ former_id: string; id: string }>`
    SELECT former_id, id FROM alias WHERE kind = ${kind}`.execute(queries);
  return new Map(rows.map(({ former_id, id }) => [former_id, id]));
}

/** The id by which a record is kept now. */
export async function presentId(queries: Queries, kind: Event["subject"]["kind"], id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM alias WHERE kind = ${kind} AND former_id = ${id}`.execute(queries);
  return rows[0]?.id ?? id;
}

/** All ids that records have had, each named by any of its own. */
export async function everyId(
  queries: Queries,
  kind: Event["subject"]["kind"],
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ former_id: string; id: string }>`
    SELECT former_id, id FROM alias WHERE kind = ${kind} AND id IN (
      SELECT unnest(${[...ids]}::text[]) UNION
      SELECT id FROM alias WHERE kind = ${kind} AND former_id = ANY (${[...ids]}::text[])
    )`.execute(queries);
  return [...new Set([...ids, ...rows.flatMap(({ former_id, id }) => [former_id, id])])];
}

/** All ids a record has had, the present one included. */
export async function allIds(queries: Queries, kind: Event["subject"]["kind"], id: string): Promise<string[]> {
  const present = await presentId(queries, kind, id);
  const { rows } = await sql<{ former_id: string }>`
    SELECT former_id FROM alias WHERE kind = ${kind} AND id = ${present} ORDER BY former_id`.execute(queries);
  return [present, ...rows.map((row) => row.former_id)];
}
