import type { Vote, WorkshopDetail, WorkshopRecord } from "../../contract/workshop.ts";
import type { Context } from "../context.ts";
import { findRecord } from "../record/find-record.ts";
import { requireRole } from "../require-role.ts";
import { selectBallots } from "./ballot-queries.ts";
import { agreementOfVotes, spreadOfVotes } from "./compare-votes.ts";

/** A workshop as whoever asks may see it: while it is open, with their own votes and how many the others gave. */
export async function readWorkshop(ctx: Context, id: string): Promise<WorkshopDetail> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const { record, version, retiredOn } = await findRecord(queries, "workshop", id);
  const { votes: revealed, ...workshop } = record;
  const votes = revealed ?? (await selectBallots(queries, record));
  const voted = countsOf(record, votes);
  if (revealed === undefined) {
    const own = ctx.actor.kind === "person" ? votes.filter(({ by }) => by === ctx.actor.id) : [];
    return { workshop, version, droppedOn: retiredOn, votes: own, voted, spread: [], agreement: null };
  }
  return {
    workshop,
    version,
    droppedOn: retiredOn,
    votes,
    voted,
    spread: spreadOfVotes(record.risks, votes),
    agreement: agreementOfVotes(record.participants, record.risks, votes),
  };
}

function countsOf({ participants }: WorkshopRecord, votes: readonly Vote[]): WorkshopDetail["voted"] {
  return participants.flatMap((by) => {
    const risks = votes.filter((vote) => vote.by === by).length;
    return risks === 0 ? [] : [{ by, risks }];
  });
}
