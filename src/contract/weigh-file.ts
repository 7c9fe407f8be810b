import { z } from "zod";
import { ahpJudgement } from "./ahp-file.ts";
import { isoDate, line, text } from "./primitive.ts";
import { weighDefaults } from "./weigh-defaults.ts";

const level = z.int().min(1).max(10);
const share = z.number().min(0).max(1);
const weights = z
  .record(line, z.number().min(0))
  .describe("Weight of each dimension, by its id; they sum to 1, or to 100.");

const dimension = z.strictObject({
  id: line,
  name: line.optional(),
  criterion: text.optional().describe("What the levels mean on this dimension."),
  anchors: z
    .array(z.tuple([z.number(), share]))
    .min(2)
    .optional()
    .describe("Raw score and its value from 0 to 1, rising; from the least score to the most unless given."),
});

const weighting = z.strictObject({
  version: line,
  on: isoDate.optional(),
  by: line.optional(),
  reason: text.optional(),
  weights: weights.optional(),
  stakeholders: z
    .array(z.strictObject({ id: line, share: z.number().positive().optional(), weights }))
    .min(1)
    .optional()
    .describe("Each stakeholder's own weights, averaged by their shares."),
  judgements: z
    .array(ahpJudgement)
    .optional()
    .describe("Pairwise judgements of the dimensions, as `plimsoll ahp` reads them."),
  aggregate: z.enum(["additive", "geometric", "worst-of"]).default("additive"),
});

const rating = z.union([level, z.strictObject({ likelihood: level, impact: level })]);

const scenario = z.strictObject({
  id: line,
  name: line.optional(),
  description: text.optional(),
  owner: line.optional(),
  test: text.optional().describe("How the product team finds out whether it happens."),
  tested: isoDate.optional().describe("The day on which that was last done, with a result that was accepted."),
  ratings: z
    .record(line, rating)
    .describe("On each dimension, by its id: { likelihood, impact }, or a bare level. What is left out is unrated."),
});

/** Scenarios rated on weighted dimensions, as `plimsoll weigh` reads them. */
export const weighFile = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  levels: z
    .strictObject({ likelihood: level.min(2), impact: level.min(2) })
    .default(weighDefaults.levels)
    .describe("How many levels there are; 5 by 5 unless given."),
  score: z
    .enum(["product", "sum"])
    .default(weighDefaults.score)
    .describe("How likelihood and impact make a raw score."),
  dimensions: z.array(dimension).min(1).max(50),
  weightings: z
    .array(weighting)
    .min(1)
    .max(500)
    .describe("Weights through time, oldest first; the last one holds, any other can be asked for."),
  scenarios: z.array(scenario).min(1).max(1000),
  wobble: z
    .strictObject({
      concentration: z
        .number()
        .positive()
        .default(weighDefaults.wobble.concentration)
        .describe("Dirichlet(κ·w) of the weights; more is surer."),
      rating: share
        .max(0.5)
        .default(weighDefaults.wobble.rating)
        .describe("Probability that a level is one too high, and as much too low."),
    })
    .prefault({}),
  gate: z
    .strictObject({ score: share.describe("Scenarios that may reach it are to be tested before launch.") })
    .optional(),
});
export type WeighFile = z.infer<typeof weighFile>;
export type Weighting = WeighFile["weightings"][number];
