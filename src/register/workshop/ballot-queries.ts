import { sql } from "kysely";
import type { Vote, WorkshopRecord } from "../../contract/workshop.ts";
import type { Queries } from "../../store/database.ts";
import { allIds, selectAliases } from "../record/alias-queries.ts";

/** Puts a vote in place of the one that the same person gave on the same risk, under whatever ids they then had. */
export async function putBallot(queries: Queries, workshop: string, { by, risk, ...vote }: Vote): Promise<void> {
  const [voters, risks] = [await allIds(queries, "person", by), await allIds(queries, "risk", risk)];
  await sql`DELETE FROM ballot WHERE workshop = ${workshop} AND voter = ANY (${voters}::text[])
    AND risk = ANY (${risks}::text[])`.execute(queries);
  await sql`INSERT INTO ballot (workshop, voter, risk, vote)
    VALUES (${workshop}, ${by}, ${risk}, ${JSON.stringify(vote)}::jsonb)`.execute(queries);
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
