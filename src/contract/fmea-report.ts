import { z } from "zod";

const rating = z.int().min(1).max(10);
const priority = z.enum(["high", "medium", "low"]);
const share = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

const rated = z.object({
  severity: rating,
  occurrence: rating,
  detection: rating,
  rpn: z.int(),
  /** Severity × occurrence. */
  criticality: z.int(),
  actionPriority: priority,
  /** How probable each priority is where ratings were counted. */
  probabilities: z.object({ high: z.number(), medium: z.number(), low: z.number() }),
  /** Share of decisions in which it occurs, with its 90 % interval; null where it was judged. */
  occurs: share.nullable(),
  /** Share that gets past the detector; null where it was judged. */
  missed: share.nullable(),
});

/** Answer of `plimsoll fmea FILE --json`, modes in the order of the file. */
export const fmeaReport = z.object({
  modes: z.array(
    rated.extend({
      id: z.string(),
      /** 1 is to be acted on first: by action priority, then severity, occurrence, detection; alike where those are. */
      rank: z.int(),
      /** Null without `after`. */
      after: rated.nullable(),
      /** Expected failures with their effect; null without `failures`. */
      expectedFailures: z.number().nullable(),
    }),
  ),
  method: z.object({ name: z.literal("aiag-vda-2019"), version: z.string() }),
  counts: z.object({ high: z.int(), medium: z.int(), low: z.int() }),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type FmeaReport = z.infer<typeof fmeaReport>;
