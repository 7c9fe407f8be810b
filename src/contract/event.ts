import { z } from "zod";
import { instant } from "./primitive.ts";

export const recordKinds = [
  "settings",
  "person",
  "dependency",
  "system",
  "control",
  "limit",
  "risk",
  "assessment",
  "audit",
  "study",
  "workshop",
  "assignment-rule",
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** One recorded change: audit log, history and source of every "as of". */
export const event = z.strictObject({
  /** Rises in commit order. */
  seq: z.int(),
  id: z.string(),
  recordedAt: instant,
  /** When the fact held; earlier than `recordedAt` for a late one. */
  effectiveAt: instant,
  actor: z.strictObject({ kind: z.enum(["person", "service", "system"]), id: z.string(), authenticated: z.boolean() }),
  /** What was done, in the business's verb: `risk.created`, `risk.assessed`, `control.changed`, `system.retired`. */
  verb: z.string(),
  subject: z.strictObject({ kind: z.enum([...recordKinds, "portfolio", "token", "receipt"]), id: z.string() }),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  cause: z.array(z.string()),
  method: z.strictObject({ name: z.string(), version: z.string() }).nullable(),
});
export type Event = z.infer<typeof event>;
