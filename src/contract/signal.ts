import { z } from "zod";
import { instant, line, nonNegative, probability } from "./primitive.ts";
import { signalFormats, signalTopics } from "./signal-kinds.ts";

export const signalFormat = z.enum(signalFormats);
export type SignalFormat = z.infer<typeof signalFormat>;

const count = z.int().min(0);

/** What was measured: a value, a count out of so many, or events over an exposure. Without a number there is none. */
const reading = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("value"),
    value: z.number(),
    unit: line.optional(),
    /** How many cases it rests on. */
    n: count.optional(),
    interval: z.strictObject({ low: z.number(), high: z.number(), level: probability }).optional(),
  }),
  z.strictObject({ kind: z.literal("share"), count, of: z.int().min(1) }),
  z.strictObject({
    kind: z.literal("events"),
    count,
    exposure: z.strictObject({ amount: nonNegative, unit: z.enum(["years", "decisions"]) }),
  }),
]);
export type Reading = z.infer<typeof reading>;

/** A received fact in our words: what a translator makes of one item of a foreign payload. */
export const signal = z.strictObject({
  /** With `id` its identity: the same pair again is the same signal. */
  source: z.string().min(1).max(500),
  id: z.string().min(1).max(500),
  format: signalFormat,
  topic: z.enum(signalTopics),
  /** What was measured or claimed, as its producer names it: `selection_rate_difference`, `ModelF1Low`. */
  metric: z.string().min(1).max(200).nullable(),
  /** observed: a moment; open: lasts until a later one with the same identity resolves it. */
  state: z.enum(["observed", "open", "resolved"]),
  /** What its producer thinks of it; Plimsoll's own judgement is an indicator's. */
  producerVerdict: z.enum(["ok", "warning", "breach"]).nullable(),
  reading: reading.nullable(),
  /** When the fact held, which may be long before it was received. */
  occurredAt: instant,
  /** From when to when it was measured. */
  window: z.strictObject({ from: instant, to: instant }).nullable(),
  /** Model, version, system, environment, group, column and whatever else says what it is about. */
  labels: z.record(z.string().min(1).max(100), z.string().max(500)),
  /** One line for people. */
  summary: z.string().min(1).max(500),
  /** Where its producer shows it. */
  url: z.string().max(2000).nullable(),
});
export type Signal = z.infer<typeof signal>;

/** An item of a payload that is no signal, and what would make it one. */
export const refusedItem = z.strictObject({
  /** Place in the payload, from 0. */
  position: count,
  /** Where in the item: `alerts[2].startsAt`; empty for the whole. */
  path: z.string(),
  /** Lower case: noun, value, remedy. */
  message: z.string(),
});
export type RefusedItem = z.infer<typeof refusedItem>;
