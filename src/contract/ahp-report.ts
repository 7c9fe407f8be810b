import { z } from "zod";

const finite = z.number();
const weights = z.array(z.object({ id: z.string(), weight: finite }));

const consistency = z.object({
  lambdaMax: finite,
  consistencyIndex: finite,
  /** Index over that of random judgements; from `consistencyLimit` on it is a warning. */
  consistencyRatio: finite,
  consistencyLimit: finite,
  randomIndex: z.object({ table: z.string(), value: finite }),
  /** Null for incomplete judgements. */
  geometricConsistencyIndex: finite.nullable(),
  /** Pairs that nobody compared. */
  missing: z.int(),
  worstTriad: z
    .object({
      items: z.array(z.string()).length(3),
      /** 1 where the three agree. */
      product: finite,
      mend: z.object({ left: z.string(), right: z.string(), from: finite, to: finite }),
    })
    .nullable(),
});

/** Each person's own weights of what is compared at one place; empty unless several judged there. */
const people = z.array(
  z.object({
    id: z.string(),
    share: finite,
    /** Null where the person's judgements do not link all that is compared. */
    weights: weights.nullable(),
    consistencyRatio: finite.nullable(),
  }),
);

/** Kendall's coefficient of concordance of the people's orders: 0 none, 1 all alike; null for fewer than two. */
const agreement = z.object({ kendallW: finite, pValue: finite.nullable() }).nullable();

/** Answer of `plimsoll ahp FILE --json`. Under criteria the consistency at the top is that of the criteria themselves. */
export const ahpReport = consistency.extend({
  weights,
  method: z.enum(["eigenvector", "geometric-mean"]),
  /** Depth first; empty without criteria. */
  criteria: z.array(
    consistency.extend({
      id: z.string(),
      under: z.array(z.string()),
      localWeight: finite,
      globalWeight: finite,
      weights,
      people,
      agreement,
    }),
  ),
  /** Of what is judged at the top. */
  people,
  agreement,
  /** Null without criteria. */
  rankReversal: z
    .object({ distributive: z.array(z.string()), ideal: z.array(z.string()), orders: z.enum(["agree", "differ"]) })
    .nullable(),
  sensitivity: z.object({
    /** The judgements at the top that move a weight most, per one percent of their ratio. */
    judgements: z.array(z.object({ left: z.string(), right: z.string(), perPercent: z.array(finite) })),
    /** How often each comes 1st, 2nd, … when every judgement may be off by about a quarter. */
    ranks: z.array(z.object({ id: z.string(), shares: z.array(finite) })),
    /** Between which weights of a lowest criterion the first item stays first; empty without criteria. */
    winner: z.array(
      z.object({
        criterion: z.string(),
        weight: finite,
        low: finite,
        high: finite,
        below: z.string().nullable(),
        above: z.string().nullable(),
      }),
    ),
  }),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type AhpReport = z.infer<typeof ahpReport>;
