import { z } from "zod";
import { auditReport } from "./audit-report.ts";
import { auditRequest } from "./audit-request.ts";
import { page } from "./detail.ts";
import { judgedLimit } from "./judged-limit.ts";
import { line, slug } from "./primitive.ts";

const count = z.int().min(0);

/** One line of GET /v1/audits: a kept audit without its figures. */
export const auditSummary = z.object({
  id: slug,
  name: z.string(),
  /** Id of the system whose decisions they are; null where none was named. */
  system: slug.nullable(),
  /** Id of the risk it bears on; null where none was named. */
  risk: slug.nullable(),
  at: z.iso.datetime(),
  /** Who kept it. */
  by: z.string(),
  source: z.string(),
  rows: count,
  attributes: z.array(z.string()),
  verdicts: z.object({ within: count, outside: count, notEnoughEvidence: count }),
  sentences: z.array(z.string()),
  /** Day on which it was taken out of use; null while it holds. */
  retiredOn: z.string().nullable(),
});
export type AuditSummary = z.infer<typeof auditSummary>;

/** Answer of GET /v1/audits: newest first. */
export const auditPage = page(auditSummary);
export type AuditPage = z.infer<typeof auditPage>;

/** Answer of GET /v1/audits/{id}. */
export const auditDetail = z.object({
  audit: auditSummary,
  report: auditReport,
  limits: z.array(judgedLimit),
  /** The risk it bears on with the money it may cost in a year; null without one, or without a scenario. */
  bearsOn: z
    .object({ risk: slug, event: z.string(), expectedAnnualLoss: z.number().nullable(), currency: z.string() })
    .nullable(),
});
export type AuditDetail = z.infer<typeof auditDetail>;

/** A cube as JSON (engine/fairness/cube/cube-columns.ts reads and checks it). */
export const cubeShape = z.looseObject({ kind: z.literal("decision-cube"), version: z.literal(1) });

/** A file that was received: its columns, and what part each of them seems to play. It is forgotten after a while. */
export const receivedDecisions = z.object({
  id: z.string(),
  name: z.string(),
  bytes: count,
  sha256: z.string(),
  format: z.enum(["csv", "parquet", "ndjson", "json"]),
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      missing: count,
      distinct: count,
      /** The most frequent values. */
      values: z.array(z.object({ value: z.string(), rows: count })),
    }),
  ),
  mapping: auditRequest.shape.mapping,
  guessed: z.array(z.string()),
});
export type ReceivedDecisions = z.infer<typeof receivedDecisions>;

/** Body of POST /v1/audits. Without `keep` the answer is all there is. */
export const newAudit = auditRequest.extend({
  /** Id of received decisions. */
  decisions: z.string().min(1).max(100),
  keep: z.strictObject({ name: line, system: slug.optional(), risk: slug.optional() }).optional(),
});
export type NewAudit = z.input<typeof newAudit>;

/**
 * Answer of POST /v1/audits; asked for as text/event-stream it comes as the last event, `audit`, after events `progress`
 * with `{ share }`, or as an event `problem`.
 */
export const madeAudit = z.object({
  /** Null unless it was kept. */
  audit: auditSummary.nullable(),
  report: auditReport,
  counts: cubeShape,
});
export type MadeAudit = z.infer<typeof madeAudit>;
