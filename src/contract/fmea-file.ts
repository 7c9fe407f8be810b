import { z } from "zod";
import { isoDate, line, nonNegative, probability, text } from "./primitive.ts";

const judged = z.int().min(1).max(10);
const count = z.int().min(0);

const of = count.min(1).describe("Of how many.");
const remedy = "write how many there were, then of how many";
const counted = {
  occurrence: z.strictObject({ events: count.describe("Failures in the log."), of }).superRefine((value, context) => {
    if (value.events <= value.of) return;
    context.addIssue({
      code: "custom",
      message: `events ${value.events} is more than of ${value.of}`,
      params: { remedy },
    });
  }),
  detection: z
    .strictObject({ caught: count.describe("Failures that were noticed."), of })
    .superRefine((value, context) => {
      if (value.caught <= value.of) return;
      context.addIssue({
        code: "custom",
        message: `caught ${value.caught} is more than of ${value.of}`,
        params: { remedy },
      });
    }),
};

const ratings = {
  severity: judged.describe("1 to 10: how bad the worst effect is for people."),
  occurrence: z
    .union([judged, counted.occurrence])
    .describe("1 to 10: how often the cause leads to the failure; or { events, of } from a log of decisions."),
  detection: z
    .union([judged, counted.detection])
    .describe("1 to 10: how likely it gets past, 10 unseen; or { caught, of } from a test of the detector."),
};

const mode = z.strictObject({
  id: line,
  function: text.optional().describe("What the part is to do."),
  failure: text.optional().describe("How it fails to."),
  effect: text.optional().describe("What that does to people and to the organisation."),
  cause: text.optional(),
  prevention: text.optional().describe("What keeps the cause from arising."),
  detector: text.optional().describe("What notices the failure before it does harm."),
  risk: line.optional().describe("Id of the risk that it belongs to."),
  ...ratings,
  failures: z
    .strictObject({
      perYear: nonNegative.describe("Failures of the part, of any mode."),
      modeShare: probability.describe("Share of them that are of this mode."),
      effectProbability: probability.describe("Probability that such a failure has its effect."),
      years: nonNegative.default(1),
    })
    .optional()
    .describe("For criticality in failures, as MIL-STD-1629A counts it."),
  actions: z
    .array(z.strictObject({ task: text, owner: line.optional(), due: isoDate.optional(), done: isoDate.optional() }))
    .optional(),
  after: z
    .strictObject({
      severity: ratings.severity.optional(),
      occurrence: ratings.occurrence.optional(),
      detection: ratings.detection.optional(),
    })
    .optional()
    .describe("Ratings with the actions done; what is left out stays."),
});

/** Failure modes, as `plimsoll fmea` reads them. Of a mode only id, severity, occurrence and detection are needed. */
export const fmeaFile = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  modes: z.array(mode).min(1).max(5000),
});
export type FmeaFile = z.infer<typeof fmeaFile>;
export type FailureMode = FmeaFile["modes"][number];
