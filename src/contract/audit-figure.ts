import { z } from "zod";

/** A number as JSON has it. */
export const finite = z.number();
const measured = z.object({
  estimate: finite,
  low: finite.nullable(),
  high: finite.nullable(),
  /** Confidence of the interval, such as 0.95. */
  level: finite,
  /** Rows behind the estimate: the denominator of a rate. */
  n: finite,
  /** Where the interval comes from, such as "wilson"; "none" where the counts give none. */
  method: z.string(),
  reason: z.string().optional(),
});
const withoutValue = z.object({ estimate: z.null(), reason: z.string() });

/** A figure with its interval, or the reason why it has none. */
export const auditFigure = z.union([measured, withoutValue]);

/** Values of one or several protected attributes. */
export const group = z.record(z.string(), z.string());

const comparison = z.enum(["between-groups", "to-overall", "to-reference"]);

const aboutDisparity = {
  name: z.string(),
  /** In the order of --protected. */
  attributes: z.array(z.string()),
  comparison,
  kind: z.enum(["difference", "ratio"]),
  /** Of the hypothesis that the groups do not differ; null where there is no test. */
  pValue: finite.nullable(),
  test: z.string().nullable(),
  /** Over all tests of the audit. */
  adjustedPValue: finite.nullable(),
  /** Standard deviation between the groups' rates without what chance adds; null where it is not a single rate. */
  debiased: finite.nullable(),
  groups: z.array(
    z.object({
      group,
      n: finite,
      estimates: z.record(z.string(), finite.nullable()),
      part: z.enum(["highest", "lowest", "furthest", "reference"]).optional(),
      /** Why it takes no part. */
      excluded: z.string().optional(),
    }),
  ),
};
/** A gap between groups with its interval, its test and the groups it lies between. */
export const disparity = z.union([measured.extend(aboutDisparity), withoutValue.extend(aboutDisparity)]);
