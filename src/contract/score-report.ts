import { z } from "zod";
import { limitScope, limitStatuses } from "./record.ts";
import { states } from "./states.ts";

export type State = (typeof states)[number];
export const state = z.enum(states);

export const score = z.object({ likelihood: z.int(), impact: z.int(), score: z.number(), band: z.string() });
export const residualScore = score.extend({ basis: z.enum(["derived", "judged"]) });

const scoredRisk = z.object({
  id: z.string(),
  system: z.string(),
  category: z.string(),
  inherent: score.nullable(),
  residual: residualScore.nullable(),
  target: score.nullable(),
  /** 1 is first; equal ones share a rank; null where unrated. */
  rank: z.int().nullable(),
});

export const likelihoodImpactCell = z.object({
  likelihood: z.int(),
  impact: z.int(),
  band: z.string(),
  /** Worst first. */
  risks: z.array(z.string()),
});

export const systemCategoryCell = z.object({
  system: z.string(),
  category: z.string(),
  worst: z.object({ score: z.number(), band: z.string() }).nullable(),
  counts: z.record(z.string(), z.int()),
  unrated: z.int(),
  /** Risks at or over the appetite of the line they are held to. */
  overLimit: z.int(),
  /** Sum over the risks that have one, in the portfolio's currency; null if none has. */
  expectedAnnualLoss: z.number().nullable(),
  risks: z.array(z.string()),
});

/** Answer of `plimsoll score FILE --json`. */
export const scoreReport = z.object({
  by: state,
  currency: z.string(),
  method: z.object({ name: z.string(), version: z.string() }),
  risks: z.array(scoredRisk),
  heatMap: z.object({
    likelihoodImpact: z.array(likelihoodImpactCell),
    systemCategory: z.array(systemCategoryCell),
  }),
  limits: z.array(
    z.object({
      id: z.string(),
      scope: limitScope,
      measure: z.literal("residualScore"),
      appetite: z.number(),
      tolerance: z.number(),
      /** Worst score among the risks held to this line; null if none is rated. */
      value: z.number().nullable(),
      status: z.enum(limitStatuses),
      over: z.array(z.string()),
    }),
  ),
  unrated: z.array(z.string()),
  findings: z.array(z.object({ risk: z.string(), code: z.string(), state, message: z.string() })),
});
export type ScoreReport = z.infer<typeof scoreReport>;
