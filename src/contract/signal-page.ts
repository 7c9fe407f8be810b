import { z } from "zod";
import { receiptDetail } from "./received.ts";
import { signal, signalFormat } from "./signal.ts";
import { signalTopics } from "./signal-kinds.ts";

/** The system that a signal is about, and the rule that said so; null for both while it waits. */
const assignment = z.object({ system: z.string().nullable(), rule: z.string().nullable() });

/** A signal as lists show it. */
const signalSummary = assignment.extend({
  /** Ours, made of source and its id. */
  id: z.string(),
  /** What was observed, or what opened it; what resolved it as long as only that has arrived. */
  signal,
  /** As it stands now. */
  state: z.enum(["observed", "open", "resolved"]),
  /** When it was resolved; null until then. */
  resolvedAt: z.string().nullable(),
});
export type SignalSummary = z.infer<typeof signalSummary>;

/** Answer of GET /v1/signals: by when they occurred, the newest first. */
export const signalPage = z.object({ items: z.array(signalSummary), next: z.string().nullable() });
export type SignalPage = z.infer<typeof signalPage>;

/** Answer of GET /v1/signals/{id}. */
export const signalDetail = signalSummary.extend({
  /** What resolved it. */
  resolution: signal.nullable(),
  /** Event that assigned it later than its receipt. */
  assignedBy: z.string().nullable(),
  /** What it was received in, and its resolution; in the order of their arrival. */
  received: z.array(receiptDetail.extend({ brought: z.enum(["fact", "resolution", "both"]) })),
});
export type SignalDetail = z.infer<typeof signalDetail>;

/** What may be asked of GET /v1/signals; together they narrow. */
export const signalFilter = z.object({
  format: signalFormat.optional(),
  topic: z.enum(signalTopics).optional(),
  system: z.string().max(80).optional().meta({ description: "Id of a system, or a former one" }),
  state: z.enum(["observed", "open", "resolved"]).optional(),
  metric: z.string().min(1).max(200).optional(),
  receipt: z.string().max(80).optional().meta({ description: "Id of the receipt that brought them" }),
  since: z.iso
    .datetime()
    .refine((text) => text >= "1900" && text < "3000", "not from 1900 to 2999")
    .optional()
    .meta({ description: "Occurred then or later" }),
  assigned: z.enum(["yes", "no"]).optional().meta({ description: "no: those that wait for a rule" }),
});
export type SignalFilter = z.infer<typeof signalFilter>;

/** Answer of GET /v1/sources: who sent signals, the last heard of first. */
export const sourcePage = z.object({
  items: z.array(
    z.object({
      source: z.string(),
      format: signalFormat,
      firstReceivedAt: z.string(),
      lastReceivedAt: z.string(),
      /** New ones. */
      signals: z.int(),
      /** Signals that were known already. */
      duplicates: z.int(),
    }),
  ),
});
export type SourcePage = z.infer<typeof sourcePage>;
