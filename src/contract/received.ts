import { z } from "zod";
import { refusedItem, signalFormat } from "./signal.ts";

const count = z.int().min(0);

/** What was received, as it is kept for ever: not the payload itself but what tells that it was this one. */
const receiptRecord = z.object({
  sender: z.object({ kind: z.enum(["person", "service", "system"]), id: z.string(), authenticated: z.boolean() }),
  /** Name of the file, or the path it was sent to. */
  name: z.string(),
  contentType: z.string().nullable(),
  /** Those that a translation needs. */
  headers: z.record(z.string(), z.string()),
  /** What was said beside the payload: `at`, `run`, `source`, labels. */
  stated: z.record(z.string(), z.string()),
  /** SHA-256 of the bytes as received, in hexadecimal. */
  sha256: z.string(),
  byteCount: count,
  /** The rule that took personal data out before anything was stored, and what it took. */
  privacy: z.object({
    rule: z.object({ name: z.string(), version: z.string() }),
    removed: z.array(z.object({ path: z.string(), kind: z.string() })),
    removedCount: count,
  }),
  /** Signals by what became of them. */
  stored: count,
  duplicate: count,
  refused: count,
  /** The first of the refused items, and why. */
  refusedItems: z.array(refusedItem),
});
export type ReceiptRecord = z.infer<typeof receiptRecord>;

/** What became of one signal of a payload, or of an item that is none. */
const receivedItem = z.object({
  /** Place in the payload, from 0. One item may hold several signals. */
  position: count,
  status: z.enum(["stored", "duplicate", "refused"]),
  /** The producer's identity; null where there was none to read. */
  source: z.string().nullable(),
  id: z.string().nullable(),
  /** Our id of the signal: GET /v1/signals/{signal}. */
  signal: z.string().nullable(),
  /** The system it is about; null for one that waits to be assigned, and for what was not stored. */
  system: z.string().nullable(),
  unassigned: z.boolean(),
  /** Why it was refused: where in the payload, and what would mend it. */
  problem: z.object({ path: z.string(), message: z.string() }).nullable(),
});
export type ReceivedItem = z.infer<typeof receivedItem>;

/** Answer of POST /v1/signals: all that is not refused is stored by now. */
export const receivedAnswer = z.object({
  /** Id of the receipt; null where every signal was known. */
  receipt: z.string().nullable(),
  format: signalFormat,
  stored: count,
  duplicate: count,
  refused: count,
  unassigned: count,
  items: z.array(receivedItem),
});
export type ReceivedAnswer = z.infer<typeof receivedAnswer>;

/** Answer of GET /v1/receipts/{id}. */
export const receiptDetail = z.object({
  id: z.string(),
  receivedAt: z.string(),
  format: signalFormat,
  record: receiptRecord,
  /** The payload without personal data as text; null where it is long, which GET /v1/receipts/{id}/payload gives, or gone. */
  payload: z.string().nullable(),
  /** `removed`: its days are over, and the hash remains. */
  payloadState: z.enum(["kept", "long", "removed"]),
});
export type ReceiptDetail = z.infer<typeof receiptDetail>;
