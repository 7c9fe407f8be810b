import { z } from "zod";
import { builtInRules } from "./built-in-rules.ts";
import { page } from "./detail.ts";
import { line, slug } from "./primitive.ts";
import { signalFormat } from "./signal.ts";

/** Of any characters that a database keeps. */
const plain = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, "write it on one line, without control characters");
const label = plain.min(1).max(100);

/** Text in which `*` stands for any text, the empty one too. */
const pattern = plain.min(1).max(500).describe("Text in which * stands for any text: churn-*.");

const labelCondition = z.union([
  z.strictObject({ label, equals: plain.max(500) }),
  z.strictObject({ label, matches: pattern }),
]);

/** What a signal must be like; all of it. */
const assignmentCondition = z
  .strictObject({
    format: signalFormat.optional(),
    source: pattern.optional(),
    metric: pattern.optional(),
    labels: z.array(labelCondition).min(1).max(20).optional(),
  })
  .refine((when) => Object.values(when).some((each) => each !== undefined), {
    message: "without a condition it would take every signal",
    params: { remedy: "write format, source, metric or labels" },
  });

/** Which system a signal is about. Of the rules that fit, the first in `order` counts, and of equal ones that of the smaller id. */
export const assignmentRule = z.strictObject({
  id: slug.refine((id) => !(builtInRules as readonly string[]).includes(id), "the name of a built-in rule"),
  name: line.optional(),
  /** Smaller first. */
  order: z.int().min(0).max(1_000_000).optional(),
  when: assignmentCondition,
  /** Id of the system. */
  system: slug,
});
export type AssignmentRule = z.infer<typeof assignmentRule>;

/** A rule as it is kept. */
export const keptAssignmentRule = z.object({
  record: assignmentRule,
  version: z.int(),
  createdAt: z.string(),
  changedAt: z.string(),
  retiredOn: z.string().nullable(),
});
export type KeptAssignmentRule = z.infer<typeof keptAssignmentRule>;

/** Answer of GET /v1/assignment-rules: in the order in which they are asked. */
export const assignmentRulePage = page(keptAssignmentRule).omit({ next: true, total: true });
export type AssignmentRulePage = z.infer<typeof assignmentRulePage>;

/** What a new rule did: the rule, and how many waiting signals it took. */
export const appliedRule = z.object({ rule: keptAssignmentRule, assigned: z.int() });
export type AppliedRule = z.infer<typeof appliedRule>;

/** What a rule would do. Past signals that another rule took stay where they are; of future ones the first rule takes all. */
export const rulePreview = z.object({
  /** Waiting signals that it would take, and the newest of them. */
  waiting: z.object({ signals: z.int(), newest: z.array(z.object({ id: z.string(), summary: z.string() })) }),
  /** Among the newest signals that are assigned already: what it would have taken from each other rule, or left to it. */
  others: z.array(
    z.object({
      rule: z.string(),
      system: z.string(),
      signals: z.int(),
      /** Which of the two comes first from now on. */
      first: z.enum(["this-rule", "other-rule"]),
    }),
  ),
  /** How many assigned signals were looked through, the newest. */
  looked: z.int(),
});
export type RulePreview = z.infer<typeof rulePreview>;
