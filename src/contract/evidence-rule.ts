import { z } from "zod";
import { duration } from "./duration.ts";
import { probabilityEstimate } from "./estimate.ts";
import { signalFeed } from "./indicator.ts";
import { line, probability, slug, text } from "./primitive.ts";

/** Whose readings are evidence: an indicator's, each once and not its windowed value, or those of signals. */
const reads = z
  .union([
    z.strictObject({ indicator: slug.describe("Id of one of `indicators`.") }),
    z.strictObject({ signals: z.array(signalFeed).min(1).max(50).describe("Signals that one of these means.") }),
  ])
  .meta({ id: "EvidenceReadings", description: "Whose readings are evidence. Each reading counts once." });

const beforeOrWithControls = z
  .enum(["inherent", "residual"])
  .describe("inherent: seen without controls. residual: seen with controls at work, which are never counted again.");

/** What is seen, and the node of the risk that it informs. */
const informs = z
  .discriminatedUnion("evidence", [
    z
      .strictObject({ evidence: z.literal("loss-events"), node: beforeOrWithControls, reads })
      .describe("Loss events over so many years."),
    z
      .strictObject({
        evidence: z.literal("wrong-outcomes"),
        node: beforeOrWithControls,
        pathway: slug.describe("Id of one of `pathways`: from its indicator to loss events of this risk."),
      })
      .describe("Wrong outcomes, which a pathway leads to loss events."),
    z
      .strictObject({
        evidence: z.literal("near-misses"),
        node: z.literal("residual"),
        reads,
        lossGivenNearMiss: probabilityEstimate.describe(
          "Probability that such an event ends in a loss and not in a near miss; its spread is carried through.",
        ),
      })
      .describe("Near misses over so many years."),
    z
      .strictObject({
        evidence: z.literal("control-tests"),
        node: z.literal("control"),
        control: slug.describe("Id of one of `controls`."),
        reads,
      })
      .describe("So many caught of so many that the control was to catch."),
  ])
  .meta({ id: "EvidenceNode", description: "What is seen, and the node of the risk that it informs." });

/** One way in which signals inform a risk. */
export const evidenceRule = z
  .strictObject({
    id: slug.describe("Permanent name, unique among its kind: lower-case letters, digits and single hyphens."),
    formerly: slug.optional().describe("The id it had before: renames it and keeps its history."),
    name: line.optional(),
    risk: slug.describe("Id of one of `risks`."),
    informs,
    setting: z.enum(["production", "test"]).describe("Where it is seen. A test counts less, by its weight."),
    weight: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe("What one observation counts against one in production. 1 unless given; a test states its own."),
    group: slug
      .optional()
      .describe("Rules of one risk and node in one group see the same thing, and count as one: the strongest."),
    correlation: probability
      .optional()
      .describe("Within the group: how alike. Given, all count, divided by 1 + (rules − 1) × correlation."),
    steps: z
      .int()
      .min(1)
      .max(9)
      .optional()
      .describe("By how many levels one signal may move the likelihood. 1 unless given."),
    rationale: text.optional().describe("Why these readings say something of this risk."),
  })
  .superRefine(({ setting, weight, group, correlation }, context) => {
    if (setting === "test" && (weight === undefined || weight === 1)) {
      const message = weight === undefined ? "test without a weight" : "weight 1 of a test is that of production";
      const remedy = "write a weight below 1, such as 0.5: what one test case counts against one in production";
      context.addIssue({ code: "custom", path: ["weight"], message, params: { remedy } });
    }
    if (correlation !== undefined && group === undefined) {
      const remedy = "write the group, or leave the correlation out";
      const message = `correlation ${correlation} without a group`;
      context.addIssue({ code: "custom", path: ["correlation"], message, params: { remedy } });
    }
  });

/** How evidence moves levels: of the whole organisation. */
export const evidenceSettings = z
  .strictObject({
    judgedBy: z
      .enum(["mean", "upper"])
      .default("mean")
      .describe("What places a belief on the likelihood scale: its mean, or the upper end of its 90 % interval."),
    raising: z.enum(["applied", "proposed"]).default("applied").describe("What evidence for a higher level does."),
    lowering: z.enum(["applied", "proposed"]).default("proposed").describe("What evidence for a lower level does."),
    lowerAt: z
      .number()
      .min(0.5)
      .lt(1)
      .default(0.8)
      .describe("Probability of lying in a lower level, or below, from which lowering is proposed."),
    contradictionAt: z
      .number()
      .gt(0)
      .max(0.5)
      .default(0.05)
      .describe("Evidence this improbable under inherent × controls contradicts them."),
    halfLife: duration
      .optional()
      .describe("Time after which evidence counts half, at recorded ticks. Without it, evidence does not fade."),
  })
  .describe("How evidence moves levels.");
