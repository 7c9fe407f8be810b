import { z } from "zod";
import { line, nonNegative, text } from "./primitive.ts";

/** The kinds of harm an impact is judged by; the worst of them is the impact. */
export const impactKinds = ["people", "rights", "money", "legal", "operations", "reputation"] as const;
export type ImpactKind = (typeof impactKinds)[number];
export const impactKind = z.enum(impactKinds);

const likelihoodLevel = z.strictObject({
  name: line,
  /** Loss events a year from which the level holds. */
  from: nonNegative,
  /** Top of the last level; elsewhere the next level's `from`. */
  to: nonNegative.optional(),
  criterion: text.optional(),
});

const impactLevel = z.strictObject({
  name: line,
  /** Loss of one event from which the level holds, in the portfolio's currency. */
  from: nonNegative,
  to: nonNegative.optional(),
  criteria: z
    .strictObject({
      people: text.optional(),
      rights: text.optional(),
      money: text.optional(),
      legal: text.optional(),
      operations: text.optional(),
      reputation: text.optional(),
    })
    .optional(),
});

/** Likelihood and impact levels, how a score is made of them, and the band of every cell. */
export const scale = z.strictObject({
  likelihood: z.array(likelihoodLevel).min(2).max(10).optional(),
  impact: z.array(impactLevel).min(2).max(10).optional(),
  score: z.enum(["product", "sum"]).optional(),
  /** Band names, lowest first. */
  bandNames: z.array(line).min(2).max(8).optional(),
  /** One row per likelihood, rare first; each entry one of `bandNames`. */
  bands: z.array(z.array(line)).optional(),
  /** From this impact level up, no cell lies below this band. */
  severityFloor: z.strictObject({ impact: z.int().min(1), band: line }).optional(),
});
export type FileScale = z.infer<typeof scale>;

/** A rating of the impact: one level, or a level for each kind that was judged. */
export const impactRating = z.union([
  z.int().min(1),
  z.strictObject({
    people: z.int().min(1).optional(),
    rights: z.int().min(1).optional(),
    money: z.int().min(1).optional(),
    legal: z.int().min(1).optional(),
    operations: z.int().min(1).optional(),
    reputation: z.int().min(1).optional(),
  }),
]);
export type ImpactRating = z.infer<typeof impactRating>;
