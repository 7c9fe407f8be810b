import { z } from "zod";
import { slug } from "./primitive.ts";

const correlation = z.number().min(-1).max(1);
const kind = z
  .enum(["pearson", "spearman", "kendall"])
  .describe("Measure of the numbers: pearson of the normal scores, spearman of ranks, kendall of concordance.");

/** A correlation pair by pair; risks that no pair names are independent. */
export const correlationByPair = z.strictObject({
  kind,
  pairs: z
    .array(
      z.strictObject({
        between: z.array(slug).length(2).describe("Ids of two risks with a scenario."),
        value: correlation,
      }),
    )
    .min(1),
});

/** A correlation as a matrix over the risks named. */
export const correlationByMatrix = z.strictObject({
  kind,
  risks: z.array(slug).min(2).describe("Ids of risks with a scenario, in the order of rows and columns."),
  matrix: z.array(z.array(correlation)).min(2).describe("Symmetric, with 1 on its diagonal."),
});
