import { z } from "zod";

const share = z.number();

/** Answer of `plimsoll weigh FILE --json`. */
export const weighReport = z.object({
  weighting: z.object({
    version: z.string(),
    on: z.string().nullable(),
    aggregate: z.enum(["additive", "geometric", "worst-of"]),
    basis: z.enum(["weights", "stakeholders", "judgements"]),
    weights: z.array(z.object({ dimension: z.string(), weight: share })),
  }),
  /** Versions of the file, oldest first. */
  versions: z.array(z.string()),
  seed: z.int(),
  method: z.object({ name: z.literal("weighted-composite"), version: z.string() }),
  /** Highest score first; those that are not rated on every dimension that counts come last, without a score. */
  scenarios: z.array(
    z.object({
      id: z.string(),
      /** 0 to 1; null where a dimension that counts is not rated. */
      score: share.nullable(),
      /** 90 % of the scores when weights and ratings wobble; of an unrated one, from its best to its worst case. */
      low: share,
      high: share,
      /** 1 is the highest; alike where scores are. Null without a score. */
      rank: z.int().nullable(),
      /** How often it takes rank 1, 2, …; null without a score. */
      ranks: z.array(share).nullable(),
      contributions: z.array(
        z.object({ dimension: z.string(), value: share.nullable(), contribution: share.nullable() }),
      ),
      unrated: z.array(z.string()),
    }),
  ),
  /** Each scored scenario and the next: how probable their order is. */
  order: z.array(z.object({ above: z.string(), below: z.string(), probability: share })),
  /** How the stakeholders' own orders agree; null for fewer than two. */
  agreement: z.object({ kendallW: share, pValue: share.nullable() }).nullable(),
  /** Null without a gate. */
  gate: z
    .object({
      score: share,
      /** May reach it (their interval does) or is unrated, and nobody has tested it. */
      open: z.array(z.string()),
      tested: z.array(z.string()),
    })
    .nullable(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type WeighReport = z.infer<typeof weighReport>;
