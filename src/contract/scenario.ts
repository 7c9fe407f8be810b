import { z } from "zod";
import { lossForms } from "../engine/quantification/loss-forms.ts";
import { estimate, frequencyEstimate, probabilityEstimate } from "./estimate.ts";
import { slug } from "./primitive.ts";

/** Probability that a threat event becomes a loss event: given, or force against resistance. */
export const vulnerability = z
  .union([
    probabilityEstimate,
    z.strictObject({
      threatCapability: probabilityEstimate.describe("Force of an attempt, on a scale from 0 to 1."),
      resistance: probabilityEstimate.describe("Force that is withstood, on the same scale."),
    }),
  ])
  .meta({
    id: "Vulnerability",
    description: "Probability that an attempt becomes a loss event: directly, or threat capability against resistance.",
  });

export type FileVulnerability = z.infer<typeof vulnerability>;

/** Loss events a year: given directly, or by one of two cuts of the FAIR tree. */
export const frequency = z
  .union([
    frequencyEstimate,
    z.strictObject({
      threatEvents: frequencyEstimate.describe("Attempts or occasions a year."),
      vulnerability,
    }),
    z.strictObject({
      contact: frequencyEstimate.describe("Contacts a year."),
      action: probabilityEstimate.describe("Probability that a contact becomes an attempt."),
      vulnerability,
    }),
  ])
  .meta({
    id: "Frequency",
    description: "Loss events a year: directly, or threat events × vulnerability, or contact × action × vulnerability.",
  });
export type FileFrequency = z.infer<typeof frequency>;

const formNames = {
  productivity: "What is not produced or sold while it lasts.",
  response: "What it costs to deal with the event.",
  replacement: "What is bought or built anew.",
  competitiveAdvantage: "What a competitor gains by it.",
  fines: "Fines and judgements.",
  reputation: "Customers, staff and capital that stay away.",
} as const satisfies Record<(typeof lossForms)[number], string>;

const form = (name: keyof typeof formNames) => estimate.optional().describe(formNames[name]);
const forms = z
  .strictObject({
    productivity: form("productivity"),
    response: form("response"),
    replacement: form("replacement"),
    competitiveAdvantage: form("competitiveAdvantage"),
    fines: form("fines"),
    reputation: form("reputation"),
  })
  .superRefine((given, context) => {
    if (Object.values(given).some((each) => each !== undefined)) return;
    const remedy = `write an estimate for at least one of ${lossForms.join(", ")}`;
    context.addIssue({ code: "custom", message: "forms has no form of loss", params: { remedy } });
  })
  .meta({ minProperties: 1 });

/** Money lost by one event: as a whole, or by form. */
export const eventLoss = z
  .union([estimate, z.strictObject({ forms })])
  .meta({ id: "LossMagnitude", description: "Loss of one event: as a whole, or by form; the forms add up." });
export type FileLossMagnitude = z.infer<typeof eventLoss>;

/** Loss of one event in money: primary, and with a probability secondary. */
const loss = z
  .strictObject({
    primary: eventLoss.describe("Loss of every event."),
    secondary: z
      .strictObject({
        probability: probabilityEstimate.describe("Share of events that cause a secondary loss."),
        loss: eventLoss.describe("Secondary loss, where there is one."),
      })
      .optional()
      .describe("Fines, claims and lost customers, which follow some of the events."),
  })
  .describe("Loss of one event.");

/** How chance makes a number of events of a year's frequency. */
export const count = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("poisson") }).describe("Events independent of each other."),
    z
      .strictObject({
        kind: z.literal("negative-binomial"),
        size: z.number().positive().describe("Smaller means stronger clusters: variance = mean + mean² ÷ size."),
      })
      .describe("Events in clusters."),
    z
      .strictObject({
        kind: z.literal("zero-inflated"),
        silent: z.number().min(0).lt(1).describe("Probability that a whole year brings none."),
      })
      .describe("Some years bring none at all."),
    z.strictObject({ kind: z.literal("at-most-one") }).describe("The frequency is the probability of the one event."),
  ])
  .meta({ id: "Count", description: "How chance makes a number of events of the frequency. poisson unless given." });

const commonCause = z.strictObject({
  cause: slug.describe("Id of one of `dependencies`, which has `strikes` and on which the risk's system depends."),
  probability: probabilityEstimate.describe("Probability that a strike of it brings an event of this risk."),
});

export const scenario = z
  .strictObject({
    frequency,
    count: count.optional(),
    loss,
    commonCauses: z
      .array(commonCause)
      .optional()
      .describe("Failures that this risk shares with others: their events come on top of the frequency."),
  })
  .describe("The risk in numbers, after FAIR; each leaf is an estimate.");
export type FileScenario = z.infer<typeof scenario>;
