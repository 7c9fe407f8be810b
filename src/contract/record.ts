import { z } from "zod";
import { frequency, loss, probabilityEstimate } from "./estimate.ts";
import { currencyCode, instant, isoDate, line, nonNegative, probability, slug, text } from "./primitive.ts";
import { impactRating } from "./scale.ts";

export const roles = ["viewer", "contributor", "approver", "administrator"] as const;
export type Role = (typeof roles)[number];

export const person = z.strictObject({
  id: slug,
  formerly: slug.optional(),
  name: line.optional(),
  email: z.email().optional(),
  roles: z.array(z.enum(roles)).optional(),
});
export type Person = z.infer<typeof person>;

export const dependency = z.strictObject({
  id: slug,
  formerly: slug.optional(),
  kind: z.enum(["vendor", "model", "dataset", "pipeline", "service"]),
  name: line.optional(),
  description: text.optional(),
});
export type Dependency = z.infer<typeof dependency>;

export const system = z.strictObject({
  id: slug,
  formerly: slug.optional(),
  name: line.optional(),
  description: text.optional(),
  owner: slug.optional(),
  businessUnit: line.optional(),
  customerFacing: z.boolean().optional(),
  stage: z.enum(["idea", "development", "validation", "pilot", "production", "retired"]).optional(),
  /** How much of a decision the system takes alone, from proposing to acting. */
  autonomy: z.enum(["advisory", "human-in-the-loop", "supervised", "autonomous"]).optional(),
  decisionsPerYear: nonNegative.optional(),
  peopleAffected: nonNegative.optional(),
  dependsOn: z.array(slug).optional(),
  models: z.array(z.strictObject({ id: slug, version: line.optional() })).optional(),
});
export type System = z.infer<typeof system>;

export const controlStatuses = ["planned", "working", "failing", "retired"] as const;
export const control = z.strictObject({
  id: slug,
  formerly: slug.optional(),
  name: line.optional(),
  description: text.optional(),
  owner: slug.optional(),
  status: z.enum(controlStatuses),
  /** The day by which a planned control is to work. */
  due: isoDate.optional(),
  annualCost: nonNegative.optional(),
});
export type Control = z.infer<typeof control>;

export const limitScope = z.union([
  z.literal("portfolio"),
  z.strictObject({ system: slug, category: slug.optional() }),
  z.strictObject({ category: slug }),
  z.strictObject({ risk: slug }),
]);
export type LimitScope = z.infer<typeof limitScope>;

const drawnBy = {
  id: slug.optional(),
  formerly: slug.optional(),
  scope: limitScope,
  approvedBy: slug.optional(),
  approvedOn: isoDate.optional(),
  reviewBy: isoDate.optional(),
  rationale: text.optional(),
};

/** The one place where "too much" is written. Reaching appetite is a warning, reaching tolerance a breach. */
export const limit = z.discriminatedUnion("measure", [
  z.strictObject({ ...drawnBy, measure: z.literal("residualScore"), appetite: nonNegative, tolerance: nonNegative }),
  z.strictObject({
    ...drawnBy,
    measure: z.literal("annualLoss"),
    /** Loss in one year, in the portfolio's currency. */
    exceeds: nonNegative,
    /** Probability that a year's loss is larger than `exceeds`. */
    appetite: probability,
    tolerance: probability,
  }),
  z.strictObject({ ...drawnBy, measure: z.literal("prohibited"), statement: text }),
]);
export type Limit = z.infer<typeof limit>;
export const limitStatuses = ["ok", "warning", "breach", "unknown"] as const;
export type LimitStatus = (typeof limitStatuses)[number];

const inherentRating = z.strictObject({ likelihood: z.int().min(1), impact: impactRating });
/** Residual levels that a person vouches for instead of the ones derived from working controls. */
const judgedRating = z.strictObject({
  likelihood: z.int().min(1),
  impact: impactRating,
  basis: z.literal("judged"),
  by: slug,
  reason: text,
  reviewBy: isoDate,
});

export const controlUse = z.strictObject({
  control: slug,
  acts: z.enum(["frequency", "loss"]),
  effectiveness: probabilityEstimate,
});

export const treatment = z.strictObject({
  strategy: z.enum(["avoid", "mitigate", "transfer", "accept"]),
  reason: text.optional(),
  plan: z.array(z.strictObject({ task: text, owner: slug, due: isoDate, done: isoDate.optional() })).optional(),
});

export const risk = z.strictObject({
  id: slug,
  formerly: slug.optional(),
  /** The label on the map. */
  name: line.max(60).optional(),
  system: slug,
  category: slug,
  cause: text.optional(),
  event: text,
  consequence: text.optional(),
  owner: slug,
  assessed: isoDate.optional(),
  /** An assessment older than this is stale. 90 unless given. */
  reviewEveryDays: z.int().min(1).max(3660).optional(),
  inherent: inherentRating.optional(),
  residual: judgedRating.optional(),
  controls: z.array(controlUse).optional(),
  scenario: z.strictObject({ frequency, loss }).optional(),
  treatment: treatment.optional(),
});
export type Risk = z.infer<typeof risk>;

export const category = z.strictObject({ id: slug, name: line.optional(), description: text.optional() });
export type Category = z.infer<typeof category>;

export const rate = z.strictObject({ from: currencyCode, rate: z.number().positive(), on: isoDate, source: line });

/** One dated judgement of a risk, kept forever; the newest one is the risk's rating. */
export const assessment = z.strictObject({
  id: slug,
  risk: slug,
  /** Calendar date of the judgement in the organisation's time zone. */
  on: isoDate,
  by: slug.optional(),
  source: z.enum(["portfolio-file", "form", "workshop"]),
  inherent: inherentRating.optional(),
  residual: judgedRating.optional(),
  note: text.optional(),
  recordedAt: instant,
});
export type Assessment = z.infer<typeof assessment>;
