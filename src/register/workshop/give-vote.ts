import { Failure } from "../../contract/failure.ts";
import { newVote, type Vote, type WorkshopRecord } from "../../contract/workshop.ts";
import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { presentId } from "../record/alias-queries.ts";
import { isSame } from "../record/differing-fields.ts";
import { findRecord } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput, parseInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { putBallot } from "./ballot-queries.ts";
import { requireAct } from "./find-workshop.ts";
import { levelsOffScale } from "./levels-off-scale.ts";

interface VoteInput {
  readonly workshop: string;
  readonly risk: string;
  readonly vote: unknown;
}

/**
 * A participant's rating of a risk: blind while the workshop is open, and again as often as wanted; once the votes are
 * revealed, another one in its place, with the reason. Whoever takes part may vote, whatever else they may do.
 */
export async function giveVote(ctx: Context, input: VoteInput): Promise<void> {
  requireRole(ctx, "viewer");
  const given = parseInput(newVote, input.vote, "vote");
  await changeRegister(ctx, async (queries) => {
    const { id: _, ...before } = await findRecord(queries, "workshop", input.workshop);
    const { record } = before;
    requireParticipant(ctx, record);
    const risk = await presentId(queries, "risk", input.risk);
    if (!record.risks.includes(risk))
      throw new Failure(
        "not-found",
        `workshop ${record.id}: risk ${input.risk} is not rated in it`,
        `rate one of ${record.risks.slice(0, 5).join(", ")}`,
      );
    const findings = await levelsOffScale(queries, [{ rating: given, path: [] }]);
    if (findings.length > 0) throw invalidInput("vote", findings);
    const vote: Vote = { by: ctx.actor.id, risk, ...given, at: ctx.now.toISOString() };
    if (record.state === "open") await castBlind(ctx, queries, before, vote);
    else await revise(ctx, queries, before, vote);
  });
}

function requireParticipant({ actor }: Context, { id, participants }: WorkshopRecord): void {
  if (actor.kind === "person" && participants.includes(actor.id)) return;
  throw new Failure(
    "forbidden",
    `${actor.kind} ${actor.id}: takes no part in workshop ${id}`,
    "ask its facilitator; votes are its participants' own",
  );
}

/** Keeps a vote apart from the record; the event says that somebody voted, and neither on what nor how. */
async function castBlind(
  ctx: Context,
  queries: Queries,
  before: StoredRecord<WorkshopRecord>,
  vote: Vote,
): Promise<void> {
  requireAct(before, "vote");
  if ((await putBallot(queries, before.record.id, vote)) === "same") return;
  await record(ctx, queries, "workshop.voted", before, before.record);
}

async function revise(ctx: Context, queries: Queries, before: StoredRecord<WorkshopRecord>, vote: Vote): Promise<void> {
  requireAct(before, "revise");
  const votes = before.record.votes ?? [];
  const own = votes.find(({ by, risk }) => by === vote.by && risk === vote.risk);
  if (own === undefined)
    throw invalidInput(`workshop ${before.record.id}`, [
      {
        path: [],
        what: `${vote.by} had not rated ${vote.risk} when votes were revealed`,
        remedy: "say it in the discussion; a vote counts only where it was given blind",
      },
    ]);
  if (vote.reason === undefined)
    throw invalidInput("vote", [
      { path: ["reason"], what: "reason is missing", remedy: "say why, since the others' votes can be seen" },
    ]);
  const blind = own.blind ?? { likelihood: own.likelihood, impact: own.impact };
  const revised = { ...vote, blind };
  if (isSame({ ...own, at: vote.at, blind }, revised)) return;
  const after = { ...before.record, votes: votes.map((each) => (each === own ? revised : each)) };
  await record(ctx, queries, "workshop.vote-revised", before, after);
}

async function record(
  ctx: Context,
  queries: Queries,
  verb: string,
  before: StoredRecord<WorkshopRecord>,
  changed: WorkshopRecord,
): Promise<void> {
  const after = nextVersion<WorkshopRecord>(before, changed, ctx.now);
  await recordEvents(queries, [newEvent(ctx, { verb, subject: { kind: "workshop", id: changed.id }, before, after })]);
}
