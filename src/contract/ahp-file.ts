import { z } from "zod";
import { line, text } from "./primitive.ts";
import { ratioOf } from "./structured/ratio-of.ts";

const ratio = z
  .custom<number | string>()
  .superRefine((written, context) => {
    const value = typeof written === "number" || typeof written === "string" ? ratioOf(written) : Number.NaN;
    if (value > 0 && Number.isFinite(value) && Number.isFinite(1 / value)) return;
    const remedy = 'write a positive number such as 3, or a fraction such as "1/5"';
    context.addIssue({
      code: "custom",
      message: `ratio is ${JSON.stringify(written)?.slice(0, 60) ?? "missing"}`,
      params: { remedy },
    });
  })
  .meta({ description: 'How many times `left` outweighs `right`: a number such as 3, or a fraction such as "1/5".' });

export const ahpJudgement = z.strictObject({
  left: line,
  right: line,
  ratio,
  reason: text.optional().describe("Why, in the words of whoever judged."),
});

const people = z
  .array(
    z.strictObject({
      id: line,
      share: z.number().positive().optional().describe("What the person counts; 1 unless given."),
      judgements: z.array(ahpJudgement),
    }),
  )
  .min(1)
  .max(200);

const judged = {
  judgements: z.array(ahpJudgement).max(40_000).optional().describe("One person's, or what a group agreed on."),
  people: people.optional().describe("Each person's own judgements, in place of `judgements`."),
};

export interface AhpCriterion {
  id: string;
  judgements?: z.infer<typeof ahpJudgement>[] | undefined;
  people?: z.infer<typeof people> | undefined;
  criteria?: AhpCriterion[] | undefined;
}

const criterion: z.ZodType<AhpCriterion> = z.strictObject({
  id: line,
  ...judged,
  get criteria() {
    return z.array(criterion).min(1).max(200).optional();
  },
});

/** Pairwise judgements, as `plimsoll ahp` reads them. Only `items` and `judgements` are needed. */
export const ahpFile = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  items: z.array(line).min(1).max(200).describe("What is weighed."),
  ...judged,
  criteria: z
    .array(criterion)
    .min(1)
    .max(200)
    .optional()
    .describe("What the items are compared by; then the judgements above compare these, and those of each the items."),
  method: z
    .enum(["eigenvector", "geometric-mean"])
    .optional()
    .describe("How weights are made; eigenvector unless given."),
  group: z
    .enum(["judgements", "priorities-geometric", "priorities-arithmetic"])
    .optional()
    .describe("What of several people is averaged; judgements unless given."),
  synthesis: z
    .enum(["distributive", "ideal"])
    .optional()
    .describe("Whether weights under a criterion sum to 1, or the best is 1; distributive unless given."),
});
export type AhpFile = z.infer<typeof ahpFile>;
