import { z } from "zod";
import { isoDate, line, slug } from "./primitive.ts";

const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A disparity that was held to a written line, with the interval that decides: enough to say where any line puts it. */
const judgedDisparity = z.strictObject({
  disparity: z.string(),
  attributes: z.array(z.string()),
  kind: z.enum(["difference", "ratio"]),
  comparison: z.enum(["between-groups", "to-overall", "to-reference"]),
  estimate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Groups nothing is known of, because of which "within" cannot be said. */
  unknownGroups: count,
});
export type JudgedDisparity = z.infer<typeof judgedDisparity>;

/** A kept audit: what was found, in short. Report and counts lie beside it and are named by their hashes. */
export const auditRecord = z.strictObject({
  id: slug,
  name: line,
  system: slug.optional(),
  risk: slug.optional(),
  /** Id of whoever kept it. */
  by: z.string(),
  /** Name of the file or table. */
  source: z.string(),
  /** Day on which its decisions were first looked at, where that was said. */
  dataSeenOn: isoDate.optional(),
  rows: count,
  attributes: z.array(z.string()),
  verdicts: z.strictObject({ within: count, outside: count, notEnoughEvidence: count }),
  sentences: z.array(z.string()),
  judged: z.array(judgedDisparity),
  /** SHA-256 of the report as it was kept, and of the counts. */
  reportHash: hash,
  countsHash: hash,
});
export type AuditRecord = z.infer<typeof auditRecord>;
