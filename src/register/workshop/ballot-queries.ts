import { sql } from "kysely";
import type { Vote, WorkshopRecord } from "../../contract/workshop.ts";
import type { Queries } from "../../store/database.ts";
import { selectAliases } from "../record/alias-queries.ts";

/**
 * Puts a vote in place of the one that the same person gave on the same risk, under whatever ids they then had. "same"
 * where it says nothing else.
 */
export async function putBallot(
  queries: Queries,
  workshop: string,
  { by, risk, ...vote }: Vote,
): Promise<"changed" | "same"> {
  const everyId = (kind: string, id: string) =>
    sql`(SELECT former_id FROM alias WHERE kind = ${kind} AND id = ${id} UNION SELECT ${id})`;
  await sql`DELETE FROM ballot WHERE workshop = ${workshop} AND (voter, risk) <> (${by}, ${risk})
    AND voter IN ${everyId("person", by)} AND risk IN ${everyId("risk", risk)}`.execute(queries);
  const { rows } = await sql`INSERT INTO ballot (workshop, voter, risk, vote)
    VALUES (${workshop}, ${by}, ${risk}, ${JSON.stringify(vote)}::jsonb)
    ON CONFLICT (workshop, voter, risk) DO UPDATE SET vote = excluded.vote
    WHERE ballot.vote - 'at' <> excluded.vote - 'at' RETURNING voter`.execute(queries);
  return rows.length > 0 ? "changed" : "same";
}

/** The votes of an open workshop, by risk and then by person in its own order, under present ids. */
export async function selectBallots(
  queries: Queries,
  { id, participants, risks }: Pick<WorkshopRecord, "id" | "participants" | "risks">,
): Promise<Vote[]> {
  const { rows } = await sql<{ voter: string; risk: string; vote: Omit<Vote, "by" | "risk"> }>`
    SELECT voter, risk, vote FROM ballot WHERE workshop = ${id}`.execute(queries);
  const [people, renamed] = [await selectAliases(queries, "person"), await selectAliases(queries, "risk")];
  return rows
    .map(({ voter, risk, vote }) => ({ by: people.get(voter) ?? voter, risk: renamed.get(risk) ?? risk, ...vote }))
    .sort(
      (a, b) =>
        risks.indexOf(a.risk) - risks.indexOf(b.risk) || participants.indexOf(a.by) - participants.indexOf(b.by),
    );
}

export async function deleteBallots(queries: Queries, workshop: string): Promise<void> {
  await sql`DELETE FROM ballot WHERE workshop = ${workshop}`.execute(queries);
}
