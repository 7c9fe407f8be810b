import { z } from "zod";
import { controlActs } from "./control-acts.ts";
import { controlStatuses } from "./control-statuses.ts";
import { disparityNames } from "./disparity-names.ts";
import { frequencyEstimate, probabilityEstimate } from "./estimate.ts";
import {
  currencyCode,
  instant,
  isoDate,
  line,
  nonNegative,
  probability,
  slug,
  text,
  whenNumbers,
} from "./primitive.ts";
import { roles } from "./roles.ts";
import { impactRating } from "./scale.ts";
import { scenario } from "./scenario.ts";

const id = slug.describe("Permanent name, unique among its kind: lower-case letters, digits and single hyphens.");
const formerly = slug.optional().describe("The id it had before: renames it and keeps its history.");
const personId = slug.meta({ id: "PersonId", description: "Id of one of `people`." });

export const person = z.strictObject({
  id,
  formerly,
  name: line.optional(),
  email: z.email().optional(),
  roles: z.array(z.enum(roles)).optional().describe("What the person may do. viewer unless given."),
});
export type Person = z.infer<typeof person>;

export const dependency = z.strictObject({
  id,
  formerly,
  kind: z.enum(["vendor", "model", "dataset", "pipeline", "service"]),
  name: line.optional(),
  description: text.optional(),
  strikes: frequencyEstimate
    .optional()
    .describe("How often it fails a year, for the risks that name it as a common cause."),
});
export type Dependency = z.infer<typeof dependency>;

export const system = z.strictObject({
  id,
  formerly,
  name: line.optional(),
  description: text.optional(),
  owner: personId.optional(),
  businessUnit: line.optional(),
  customerFacing: z.boolean().optional(),
  stage: z.enum(["idea", "development", "validation", "pilot", "production", "retired"]).optional(),
  autonomy: z
    .enum(["advisory", "human-in-the-loop", "supervised", "autonomous"])
    .optional()
    .describe("How much of a decision the system takes alone, from proposing to acting."),
  decisionsPerYear: nonNegative.optional(),
  peopleAffected: nonNegative.optional().describe("People a year about whom it decides."),
  dependsOn: z.array(slug).optional().describe("Ids of `dependencies`: what fails with it."),
  models: z
    .array(z.strictObject({ id, version: line.optional().describe('Version in quotes, such as "3.2".') }))
    .optional(),
});
export type System = z.infer<typeof system>;

export const control = z.strictObject({
  id,
  formerly,
  name: line.optional(),
  description: text.optional(),
  owner: personId.optional(),
  status: z
    .enum(controlStatuses)
    .describe("Only a working control lowers a residual; a planned one lowers the target."),
  due: isoDate.optional().describe("The day by which a planned control is to work."),
  effectiveness: probabilityEstimate
    .optional()
    .describe("Share of the frequency, or of the loss, that it takes away, unless a risk says otherwise."),
  coverage: probabilityEstimate.optional().describe("Share of the events that it sees. 1 unless given."),
  reliability: probabilityEstimate.optional().describe("Probability that it works when it is needed. 1 unless given."),
  mechanism: slug
    .optional()
    .describe("How it works, in a word: of controls that work alike only the strongest counts."),
  annualCost: nonNegative.optional().describe("Cost a year, in the portfolio's currency."),
  oneTimeCost: nonNegative.optional().describe("What it costs to put in place, in the portfolio's currency."),
});
export type Control = z.infer<typeof control>;

export const limitScope = z
  .union([
    z.literal("portfolio"),
    z.strictObject({ system: slug, category: slug.optional() }),
    z.strictObject({ category: slug }),
    z.strictObject({ risk: slug }),
  ])
  .meta({
    id: "LimitScope",
    description: "What the line is drawn for: portfolio, {system}, {category}, {system, category} or {risk}.",
  });
export type LimitScope = z.infer<typeof limitScope>;

const drawnFor = { id: id.optional(), formerly, scope: limitScope };
const drawnBy = {
  approvedBy: personId.optional(),
  approvedOn: isoDate.optional(),
  reviewBy: isoDate.optional(),
  rationale: text.optional(),
};

function checkOrder(
  { appetite, tolerance }: { appetite: number; tolerance: number },
  context: z.core.$RefinementCtx,
): void {
  if (appetite <= tolerance) return;
  context.addIssue({
    code: "custom",
    path: ["appetite"],
    message: `appetite ${appetite} is greater than tolerance ${tolerance}`,
    params: { remedy: "write an appetite no greater than the tolerance: the warning comes before the breach" },
  });
}

const residualScoreLimit = z
  .strictObject({
    ...drawnFor,
    measure: z.literal("residualScore"),
    appetite: nonNegative.describe("A residual score that reaches it is a warning."),
    tolerance: nonNegative.describe("A residual score that reaches it is a breach."),
    ...drawnBy,
  })
  .superRefine(checkOrder, whenNumbers("appetite", "tolerance"));

const annualLossLimit = z
  .strictObject({
    ...drawnFor,
    measure: z.literal("annualLoss"),
    exceeds: nonNegative.describe("Loss in one year, in the portfolio's currency."),
    appetite: probability.describe("Probability of a larger loss in a year; reaching it is a warning."),
    tolerance: probability.describe("Probability of a larger loss in a year; reaching it is a breach."),
    ...drawnBy,
  })
  .superRefine(checkOrder, whenNumbers("appetite", "tolerance"));

/** A difference is to stay small and a ratio large: what reaching means follows from the name. */
function checkDisparityBounds(
  { disparity, appetite, tolerance }: { disparity: string; appetite: number; tolerance: number },
  context: z.core.$RefinementCtx,
): void {
  if (!String(disparity).endsWith("Ratio")) {
    checkOrder({ appetite, tolerance }, context);
    return;
  }
  const add = (path: string, message: string, remedy: string) =>
    context.addIssue({ code: "custom", path: [path], message, params: { remedy } });
  for (const [key, bound] of Object.entries({ appetite, tolerance }))
    if (bound >= 1)
      add(key, `${key} ${bound} of a ratio is not below 1`, "write a share such as 0.8; 1 is no disparity");
  if (appetite < tolerance)
    add(
      "appetite",
      `appetite ${appetite} of a ratio is less than tolerance ${tolerance}`,
      "write an appetite no less than the tolerance: a ratio that falls meets the warning before the breach",
    );
}

const disparityLimit = z
  .strictObject({
    ...drawnFor,
    scope: z.strictObject({ system: slug }),
    measure: z.literal("disparity"),
    disparity: z.enum(disparityNames).describe("Name of a disparity, such as demographicParityRatio."),
    attributes: z
      .array(line)
      .min(1)
      .max(20)
      .describe("Protected attributes whose groups are meant, as the columns of audits are called."),
    appetite: z.number().positive().describe("A disparity shown to reach it is a warning."),
    tolerance: z.number().positive().describe("A disparity shown to reach it is a breach."),
    purpose: line.optional().describe("What the decisions are for."),
    approvedBy: personId,
    approvedOn: isoDate,
    reviewBy: drawnBy.reviewBy,
    rationale: line.describe("Why the line lies here."),
  })
  .superRefine(checkDisparityBounds, whenNumbers("appetite", "tolerance"));
export type DisparityLimit = z.infer<typeof disparityLimit>;

const prohibition = z.strictObject({
  ...drawnFor,
  measure: z.literal("prohibited"),
  statement: text.describe("What is not to be done, in a sentence."),
  ...drawnBy,
});

/** The one place where "too much" is written. Reaching appetite is a warning, reaching tolerance a breach. */
export const limit = z.discriminatedUnion("measure", [
  residualScoreLimit,
  annualLossLimit,
  disparityLimit,
  prohibition,
]);
export type Limit = z.infer<typeof limit>;
export const limitStatuses = ["ok", "warning", "breach", "unknown"] as const;
export type LimitStatus = (typeof limitStatuses)[number];

const likelihood = z.int().min(1).describe("Level of likelihood, 1 the lowest.");
const inherentRating = z
  .strictObject({ likelihood, impact: impactRating })
  .describe("Levels before any control. Without them, and without a scenario, the risk is unrated.");
/** Residual levels that a person vouches for instead of the ones derived from working controls. */
const judgedRating = z
  .strictObject({
    likelihood,
    impact: impactRating,
    basis: z.literal("judged"),
    by: personId,
    reason: text.describe("Why the judgement differs from what the controls derive."),
    reviewBy: isoDate,
  })
  .describe("Levels that a person vouches for. Without them they are derived from the working controls.");

const controlUse = z.strictObject({
  control: slug.describe("Id of one of `controls`."),
  acts: z
    .enum(controlActs)
    .describe("Whether it makes loss events rarer, each of them cheaper, or secondary losses rarer."),
  effectiveness: probabilityEstimate
    .optional()
    .describe("Share that it takes away here, in place of the control's own; one of the two is needed."),
  coverage: probabilityEstimate.optional().describe("Share of this risk's events that it sees, in place of its own."),
  reliability: probabilityEstimate
    .optional()
    .describe("Probability that it works when it is needed here, in place of its own."),
});

const treatment = z.strictObject({
  strategy: z.enum(["avoid", "mitigate", "transfer", "accept"]),
  reason: text.optional(),
  plan: z
    .array(z.strictObject({ task: text, owner: personId, due: isoDate, done: isoDate.optional() }))
    .optional()
    .describe("What is to be done, by whom and by when."),
});

export const risk = z.strictObject({
  id,
  formerly,
  name: line.max(60).optional().describe("The label on the map."),
  system: slug.describe("Id of one of `systems`."),
  category: slug.describe("One of `categories`, or of the default ones."),
  cause: text.optional().describe("What would bring the event about."),
  event: text.describe("What would happen, in a sentence. It is the loss event, not an error of a model."),
  consequence: text.optional().describe("What would follow for people and for the organisation."),
  owner: personId,
  assessed: isoDate.optional().describe("The day of the newest judgement."),
  reviewEveryDays: z
    .int()
    .min(1)
    .max(3660)
    .optional()
    .describe("An assessment older than this is stale. 90 unless given."),
  inherent: inherentRating.optional(),
  residual: judgedRating.optional(),
  controls: z.array(controlUse).optional().describe("Controls that act on this risk."),
  scenario: scenario.optional(),
  treatment: treatment.optional(),
});
export type Risk = z.infer<typeof risk>;

export const category = z.strictObject({ id, name: line.optional(), description: text.optional() });

export const rate = z.strictObject({
  from: currencyCode.describe("The foreign currency."),
  rate: z.number().positive().describe("What one unit of it is worth in the portfolio's currency."),
  on: isoDate,
  source: line.describe("Who published it, such as ECB."),
});

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
