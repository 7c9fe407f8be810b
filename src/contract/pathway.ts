import { z } from "zod";
import { frequencyEstimate, probabilityEstimate } from "./estimate.ts";
import { line, slug, text } from "./primitive.ts";

const usual = probabilityEstimate.describe(
  "Share of the decisions that are wrong in this way, as far as is known without the reading. A reading can only raise it.",
);

/** What a reading says of the wrong outcomes that the risk speaks of. */
const wrongOutcomes = z
  .discriminatedUnion("reads", [
    z
      .strictObject({
        reads: z.literal("wrong-outcomes"),
        usual: probabilityEstimate
          .optional()
          .describe(
            "Share of the decisions that are wrong in this way, before any reading. Without it nothing is known.",
          ),
      })
      .describe("The indicator counts these very wrong outcomes: so many of so many decisions."),
    z
      .strictObject({
        reads: z.literal("accuracy"),
        usual,
        ofThisKind: probabilityEstimate.describe("Share of all wrong decisions that are wrong in this way."),
      })
      .describe(
        "The indicator is the share of all decisions that are right: more of them says nothing good of this kind.",
      ),
    z
      .strictObject({
        reads: z.literal("proxy"),
        usual,
        normal: z.number().describe("Value of the indicator at which the usual share holds."),
        doublesEvery: z
          .number()
          .refine((step) => step !== 0, "write a step that is not 0, below 0 where lower is worse")
          .describe("Change of the indicator that doubles the share of wrong outcomes; below 0 where lower is worse."),
        atMost: z
          .number()
          .min(1)
          .max(1000)
          .optional()
          .describe("The most by which the share is multiplied, however far the indicator goes. 8 unless given."),
      })
      .describe("The indicator tells of wrong outcomes from afar, as drift does."),
  ])
  .meta({ id: "WrongOutcomes", description: "What the indicator says of the wrong outcomes that the risk speaks of." });

/** How a metric becomes a loss: wrong outcomes, those that are not caught or reversed, and those of them that cost. */
export const pathway = z.strictObject({
  id: slug.describe("Permanent name, unique among its kind: lower-case letters, digits and single hyphens."),
  formerly: slug.optional().describe("The id it had before: renames it and keeps its history."),
  name: line.optional(),
  indicator: slug.describe("Id of one of `indicators`."),
  risk: slug.describe("Id of one of `risks`: whose loss events are counted."),
  decisionsPerYear: frequencyEstimate
    .optional()
    .describe("Decisions a year of which the reading is a share. Those of the risk's system unless given."),
  wrongOutcomes,
  caught: probabilityEstimate.describe("Share of the wrong outcomes that are caught before they take effect."),
  reversed: probabilityEstimate
    .optional()
    .describe("Share of the others that are reversed before they cost anything. 0 unless given."),
  lossEvent: probabilityEstimate.describe("Probability that a wrong outcome that stands becomes a loss event."),
  rationale: text.optional().describe("What these figures rest on."),
});
