import { z } from "zod";
import { slug } from "./primitive.ts";
import { limitStatuses } from "./record.ts";

/** A system's limit on a disparity, and where the newest audit that measured its attributes puts it. */
export const judgedLimit = z.object({
  id: slug,
  system: slug,
  disparity: z.string(),
  attributes: z.array(z.string()),
  appetite: z.number(),
  tolerance: z.number(),
  approvedBy: z.string(),
  approvedOn: z.string(),
  rationale: z.string(),
  /** Unknown without an audit that measured it, and where its evidence decides neither way. */
  status: z.enum(limitStatuses),
  /** Id of the audit that says so; null where none measured these attributes. */
  audit: slug.nullable(),
  /** The disparity with the interval that decides; null where that audit was not asked about it. */
  figure: z
    .object({ estimate: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })
    .nullable(),
  /** Whether the line was approved before the audit's decisions were first looked at. */
  limitSet: z.enum(["before-the-data", "after-the-data", "unknown"]),
});
export type JudgedLimit = z.infer<typeof judgedLimit>;
