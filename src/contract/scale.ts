import { z } from "zod";
import { impactKinds } from "./impact-kinds.ts";
import { line, nonNegative, text } from "./primitive.ts";

export const impactKind = z.enum(impactKinds);

const likelihoodLevel = z.strictObject({
  name: line.describe("Word for the level, such as rare."),
  from: nonNegative.describe("Loss events a year from which the level holds; 0 for the lowest."),
  to: nonNegative.optional().describe("Top of the last level; elsewhere the next level's `from`."),
  criterion: text.optional().describe("When a person is to choose this level."),
});

const impactLevel = z.strictObject({
  name: line.describe("Word for the level, such as minor."),
  from: nonNegative.describe(
    "Loss of one event from which the level holds, in the portfolio's currency; 0 for the lowest.",
  ),
  to: nonNegative.optional().describe("Top of the last level; elsewhere the next level's `from`."),
  criteria: z
    .strictObject({
      people: text.optional(),
      rights: text.optional(),
      money: text.optional(),
      legal: text.optional(),
      operations: text.optional(),
      reputation: text.optional(),
    })
    .optional()
    .describe("When a person is to choose this level, for each kind of harm."),
});

/** Likelihood and impact levels, how a score is made of them, and the band of every cell. */
export const scale = z
  .strictObject({
    likelihood: z.array(likelihoodLevel).min(2).max(10).optional().describe("Levels of likelihood, lowest first."),
    impact: z.array(impactLevel).min(2).max(10).optional().describe("Levels of impact, lowest first."),
    score: z
      .enum(["product", "sum"])
      .optional()
      .describe("How the score is made of the two levels. product unless given."),
    bandNames: z.array(line).min(2).max(8).optional().describe("Band names, lowest first."),
    bands: z
      .array(z.array(line))
      .optional()
      .describe("Band of every cell: one row per likelihood, lowest first, with one entry per impact."),
    severityFloor: z
      .strictObject({
        impact: z.int().min(1).describe("Impact level from which the floor holds."),
        band: line.describe("Lowest band of a cell there."),
      })
      .optional()
      .describe("From this impact level up, no cell lies below this band."),
  })
  .describe("Levels, score and bands. Each part has a default.");
export type FileScale = z.infer<typeof scale>;

const level = z.int().min(1);
const impactByKind = z
  .strictObject({
    people: level.optional(),
    rights: level.optional(),
    money: level.optional(),
    legal: level.optional(),
    operations: level.optional(),
    reputation: level.optional(),
  })
  .superRefine((kinds, context) => {
    if (Object.values(kinds).some((each) => each !== undefined)) return;
    const remedy = `write a level for at least one of ${impactKinds.join(", ")}`;
    context.addIssue({ code: "custom", message: "impact names no kind of harm", params: { remedy } });
  })
  .meta({ minProperties: 1 });

/** A rating of the impact: one level, or a level for each kind that was judged. */
export const impactRating = z
  .union([level, impactByKind])
  .meta({ id: "ImpactRating", description: "A level, or a level for each kind of harm; the worst is the impact." });
export type ImpactRating = z.infer<typeof impactRating>;
