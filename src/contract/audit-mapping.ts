import { z } from "zod";
import { line } from "./primitive.ts";

const column = line.describe("Name of a column, as the file has it.");
const columns = z.array(column).max(20);

/** Which column of a file of decisions plays which part: the file of `plimsoll audit --map`, and what a report shows. */
export const auditMapping = z.strictObject({
  protected: columns.min(1).optional().describe("Protected attributes; groups are made of their values."),
  task: z
    .enum(["classification", "multiclass", "regression"])
    .optional()
    .describe(
      "classification (unless said otherwise): one label counts as positive, one decision as favourable. multiclass: each class against the rest as well. regression: label and score are numbers.",
    ),
  label: column.optional().describe("What turned out, or should have been decided."),
  positiveLabel: line.optional().describe("The label that counts as positive; 1 and true need not be named."),
  decision: column.optional().describe("What was decided."),
  favourableDecision: line.optional().describe("The decision that is favourable; 1 and true need not be named."),
  stages: z
    .array(line)
    .min(2)
    .max(20)
    .refine((stages) => new Set(stages).size === stages.length, "stage named twice; name each once")
    .optional()
    .describe("Values of the decision column in order: the furthest stage reached. The last one is favourable."),
  score: column.optional().describe("A score from 0 to 1; in a regression any number."),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Scores from here on are selected, where no column tells the decision."),
  weight: column.optional().describe("How much a row counts; 0 or more."),
  control: columns.optional().describe("Columns to hold fixed when groups are compared, such as the department."),
  time: z
    .strictObject({ column, every: z.enum(["year", "month", "day"]).default("month") })
    .optional()
    .describe("When it was decided, as an ISO date."),
  model: column.optional().describe("Which model decided."),
  missing: z.array(z.string().max(200)).max(50).optional().describe('Texts that mean a missing value, such as "?".'),
  delimiter: z.string().length(1).optional().describe("What parts the values of a CSV file."),
  decimal: z.enum([".", ","]).optional().describe("The decimal mark of a CSV file."),
});
export type AuditMapping = z.infer<typeof auditMapping>;

/** How large a disparity may be. */
export const auditLimit = z.strictObject({
  disparity: line.describe("Name of a disparity, such as demographicParityRatio."),
  attributes: columns.min(1).optional().describe("Attributes whose groups are meant; all of the audit unless named."),
  bound: z.number().positive().describe("A difference is to stay below it, a ratio above it."),
  purpose: line,
  rationale: line,
  approvedBy: line,
  approvedOn: z.iso.date(),
});
export type AuditLimit = z.infer<typeof auditLimit>;

/** The file of `plimsoll audit --limits`. */
export const auditLimits = z.strictObject({ limits: z.array(auditLimit).min(1) });
