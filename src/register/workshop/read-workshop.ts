import type { Risk, System } from "../../contract/record.ts";
import type { Vote, WorkshopDetail, WorkshopRecord } from "../../contract/workshop.ts";
import type { Context } from "../context.ts";
import { nameOf } from "../figures/risk-standing.ts";
import { findRecord } from "../record/find-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { selectRecords } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";
import { selectBallots } from "./ballot-queries.ts";
import { agreementOfVotes, spreadOfVotes } from "./compare-votes.ts";

/** A workshop as whoever asks may see it: while it is open, with their own votes and how many the others gave. */
export async function readWorkshop(ctx: Context, id: string): Promise<WorkshopDetail> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const stored = await findRecord(queries, "workshop", id);
  const { record } = stored;
  const risks = await selectRecords(queries, "risk", record.risks);
  const systems = await selectRecords(
    queries,
    "system",
    [...risks.values()].map((risk) => risk.record.system),
  );
  const votes = record.votes ?? (await selectBallots(queries, record));
  if (record.votes !== undefined)
    return detailOf(stored, { votes, voted: countsOf(record, votes) }, { risks, systems });
  const own = ctx.actor.kind === "person" ? votes.filter(({ by }) => by === ctx.actor.id) : [];
  return detailOf(stored, { votes: own, voted: countsOf(record, votes) }, { risks, systems });
}

/** The detail of a workshop that was found now or in the past, with the votes that whoever asks may see. */
export function detailOf(
  { record, version, retiredOn }: Pick<StoredRecord<WorkshopRecord>, "record" | "version" | "retiredOn">,
  { votes, voted }: Pick<WorkshopDetail, "votes" | "voted">,
  { risks, systems }: Named,
): WorkshopDetail {
  const { votes: revealed, ...workshop } = record;
  const told = {
    workshop,
    version,
    droppedOn: retiredOn,
    risks: toldOf(record.risks, { risks, systems }),
    votes,
    voted,
  };
  if (revealed === undefined) return { ...told, spread: [], agreement: null };
  return {
    ...told,
    spread: spreadOfVotes(record.risks, votes),
    agreement: agreementOfVotes(record.participants, record.risks, votes),
  };
}

interface Named {
  readonly risks: ReadonlyMap<string, Pick<StoredRecord<Risk>, "record" | "retiredOn">>;
  readonly systems: ReadonlyMap<string, Pick<StoredRecord<System>, "record">>;
}

function toldOf(ids: readonly string[], { risks, systems }: Named): WorkshopDetail["risks"] {
  return ids.flatMap((id) => {
    const found = risks.get(id);
    if (found === undefined) return [];
    const { system, cause = null, event, consequence = null } = found.record;
    const name = systems.get(system)?.record.name ?? system;
    const said = { cause, event, consequence, retiredOn: found.retiredOn };
    return [{ id, name: nameOf(found.record), system: { id: system, name }, ...said }];
  });
}

export function countsOf(
  { participants }: Pick<WorkshopRecord, "participants">,
  votes: readonly Vote[],
): { by: string; risks: number }[] {
  return participants.flatMap((by) => {
    const risks = votes.filter((vote) => vote.by === by).length;
    return risks === 0 ? [] : [{ by, risks }];
  });
}
