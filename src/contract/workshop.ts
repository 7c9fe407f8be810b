import { z } from "zod";
import { page, stored } from "./detail.ts";
import { instant, isoDate, line, slug, text } from "./primitive.ts";

const level = z.int().min(1).max(10);

/** One person's rating of one risk, given blind. */
const vote = z.strictObject({
  by: slug,
  risk: slug,
  likelihood: level,
  impact: level,
  /** Asked for where the rating lies apart from the others', and of whoever revises one. */
  reason: text.optional(),
  at: instant,
  /** Of a revised one: what it was when nobody saw the others'. */
  blind: z.strictObject({ likelihood: level, impact: level }).optional(),
});
export type Vote = z.infer<typeof vote>;

/** Several people rate the same risks blind, see the spread, and the facilitator closes with one rating each. */
const workshop = z.strictObject({
  id: slug,
  name: line,
  facilitator: slug,
  participants: z.array(slug).min(1).max(50),
  risks: z.array(slug).min(1).max(100),
  /** open: votes are blind; revealed: all see all and may revise with a reason; closed: the ratings are assessments. */
  state: z.enum(["open", "revealed", "closed"]),
  on: isoDate,
  /** Of a closed one: what was agreed on, and the assessment that it became. */
  outcome: z
    .array(
      z.strictObject({ risk: slug, likelihood: level, impact: level, note: text.optional(), assessment: z.string() }),
    )
    .optional(),
});
export type Workshop = z.infer<typeof workshop>;

/** A workshop as it is kept: from the moment when they are revealed with all its votes, before that with none. */
export const workshopRecord = workshop.extend({ votes: z.array(vote).optional() });
export type WorkshopRecord = z.infer<typeof workshopRecord>;

/** A workshop as it is opened. Who opens it facilitates it, today, unless said otherwise. */
export const newWorkshop = workshop
  .pick({ id: true, name: true, participants: true, risks: true })
  .extend({ facilitator: slug.optional(), on: isoDate.optional() });

/** A person's rating of a risk. */
export const newVote = z.strictObject({ likelihood: level, impact: level, reason: text.optional() });

/** What the facilitator closes with: one rating for each risk. */
export const workshopClosing = z.strictObject({
  ratings: z
    .array(z.strictObject({ risk: slug, likelihood: level, impact: level, note: text.max(3000).optional() }))
    .min(1)
    .max(100),
});

/** Answer of GET /v1/workshops: without votes. */
export const workshopPage = page(stored(workshop));
export type WorkshopPage = z.infer<typeof workshopPage>;

/** Answer of GET /v1/workshops/{id}. While it is open, the votes are those of whoever asks, and `voted` only says who has. */
export const workshopDetail = z.object({
  workshop,
  version: z.int(),
  /** Day on which it was ended without an outcome; null unless it was. */
  droppedOn: z.string().nullable(),
  /** What its risks say, in its order; retired ones too. */
  risks: z.array(
    z.object({
      id: slug,
      name: z.string(),
      system: z.object({ id: slug, name: z.string() }),
      cause: z.string().nullable(),
      event: z.string(),
      consequence: z.string().nullable(),
      retiredOn: z.string().nullable(),
    }),
  ),
  votes: z.array(vote),
  /** Null of a past moment when it was open: how many votes there were by then is not kept. */
  voted: z.array(z.object({ by: slug, risks: z.int() })).nullable(),
  /** Empty while it is open. */
  spread: z.array(
    z.object({
      risk: slug,
      likelihood: z.object({ median: z.number(), low: level, high: level }),
      impact: z.object({ median: z.number(), low: level, high: level }),
      /** Who lies two levels or more from the median, and is asked why. */
      outliers: z.array(slug),
    }),
  ),
  /** Of the people's orders of the risks by likelihood × impact; null while open, and for fewer than two people or risks. */
  agreement: z.object({ kendallW: z.number(), pValue: z.number().nullable() }).nullable(),
});
export type WorkshopDetail = z.infer<typeof workshopDetail>;
