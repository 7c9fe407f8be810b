import { z } from "zod";
import { auditMapping } from "../../contract/audit-mapping.ts";

/** One audit that the example has kept; the format is told in examples/northwind/audits.yaml. */
const exampleAudit = z.strictObject({
  name: z.string(),
  system: z.string(),
  risk: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  source: z.string(),
  dataSeenOn: z.iso.date(),
  counts: z.string(),
  mapping: auditMapping.required({ protected: true, decision: true }),
});
export type ExampleAudit = z.infer<typeof exampleAudit>;

/** The audits of examples/northwind/audits.yaml, oldest first. */
export const exampleAudits = z
  .array(exampleAudit)
  .transform((audits) => audits.toSorted((a, b) => (a.at < b.at ? -1 : 1)));
