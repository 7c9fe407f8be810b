import type { z } from "zod";
import type { Risk } from "../../contract/record.ts";
import { type WorkshopRecord, workshopClosing } from "../../contract/workshop.ts";
import { worstImpact } from "../../engine/scoring/worst-impact.ts";
import type { Finding } from "../../portfolio/mistakes/finding.ts";
import type { Queries } from "../../store/database.ts";
import { assessmentEvents } from "../assessment/record-assessment.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { newId } from "../new-id.ts";
import { presentId } from "../record/alias-queries.ts";
import { requireVersion } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput, parseInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { selectRecords } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";
import { spreadOfVotes } from "./compare-votes.ts";
import { findWorkshopFor, requireFacilitator } from "./find-workshop.ts";
import { levelsOffScale } from "./levels-off-scale.ts";

type ImpactRating = NonNullable<Risk["inherent"]>["impact"];
type Rating = z.infer<typeof workshopClosing>["ratings"][number];

/**
 * Closes a workshop with one rating for each risk, which becomes an assessment of its inherent rating: all in one
 * transaction, each assessment caused by the closing. Risks retired meanwhile get none.
 */
export async function closeWorkshop(
  ctx: Context,
  input: { readonly id: string; readonly closing: unknown; readonly ifVersion?: number | undefined },
): Promise<StoredRecord<WorkshopRecord>> {
  requireRole(ctx, "contributor", "assess risks");
  const closing = parseInput(workshopClosing, input.closing, "closing");
  return changeRegister(ctx, async (queries) => {
    const { before, state } = await findWorkshopFor(queries, input.id, "close");
    const { record } = before;
    requireFacilitator(ctx, record, "close");
    requireVersion("workshop", { id: record.id, version: before.version }, input.ifVersion);
    const ratings = await Promise.all(
      closing.ratings.map(async (each) => ({ ...each, risk: await presentId(queries, "risk", each.risk) })),
    );
    const findings = await closingFindings(queries, record, ratings);
    if (findings.length > 0) throw invalidInput(`workshop ${record.id}`, findings);
    const closed = newId("ev_", ctx.now);
    const events: NewEvent[] = [];
    const outcome: NonNullable<WorkshopRecord["outcome"]> = [];
    const known = await selectRecords(queries, "risk", record.risks);
    for (const rating of ratings) {
      const { risk, likelihood } = rating;
      const impact = impactOf(rating, known.get(risk)?.record.inherent?.impact);
      const judged = await assessmentEvents(
        ctx,
        queries,
        { risk, source: "workshop", inherent: { likelihood, impact }, note: noteOf(record, rating) },
        { cause: [closed] },
      );
      events.push(...judged.events);
      outcome.push({ ...rating, assessment: judged.assessment.record.id });
    }
    const after = nextVersion<WorkshopRecord>(before, { ...record, state, outcome }, ctx.now);
    const closingEvent = newEvent(ctx, {
      verb: "workshop.closed",
      subject: { kind: "workshop", id: record.id },
      before,
      after,
    });
    await recordEvents(queries, [{ ...closingEvent, id: closed }, ...events]);
    return after;
  });
}

async function closingFindings(
  queries: Queries,
  { risks }: WorkshopRecord,
  ratings: readonly Rating[],
): Promise<Finding[]> {
  const known = await selectRecords(queries, "risk", risks);
  const inUse = risks.filter((id) => known.get(id)?.retiredOn === null);
  const rated = ratings.map(({ risk }) => risk);
  const strange = ratings.flatMap(({ risk }, k): Finding[] => {
    const path = ["ratings", k, "risk"];
    if (rated.indexOf(risk) < k) return [{ path, what: `risk "${risk}" is there twice`, remedy: "give it one rating" }];
    if (inUse.includes(risk)) return [];
    const what = risks.includes(risk) ? `risk "${risk}" is retired` : `risk "${risk}" is not rated in the workshop`;
    return [{ path, what, remedy: "leave it out" }];
  });
  const unrated = inUse.filter((id) => !rated.includes(id));
  const missing =
    unrated.length === 0
      ? []
      : [{ path: ["ratings"], what: `no rating of ${unrated.join(", ")}`, remedy: "give each risk one" }];
  const off = await levelsOffScale(
    queries,
    ratings.map((rating, k) => ({ rating, path: ["ratings", k] })),
  );
  return [...strange, ...missing, ...off];
}

/** Levels by kind of impact stay where the level that was agreed on is the one that they come to. */
function impactOf({ impact }: Rating, present: ImpactRating | undefined): ImpactRating {
  return present !== undefined && worstImpact(present) === impact ? present : impact;
}

/** How the votes lay, then what the facilitator says of it. */
function noteOf({ name, votes = [] }: WorkshopRecord, { risk, note }: Rating): string {
  const of = votes.filter((vote) => vote.risk === risk);
  const [spread] = spreadOfVotes([risk], of);
  const range = ({ low, high }: { low: number; high: number }) => (low === high ? `${low}` : `${low} to ${high}`);
  const lay =
    spread === undefined
      ? "nobody voted on it"
      : `${of.length === 1 ? "1 vote" : `${of.length} votes`}, likelihood ${range(spread.likelihood)}, impact ${range(spread.impact)}`;
  return `Workshop ${name}: ${lay}.${note === undefined ? "" : ` ${note}`}`;
}
