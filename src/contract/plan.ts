import { z } from "zod";
import { recordKinds } from "./event.ts";

const plannedChange = z.object({
  kind: z.enum(recordKinds),
  id: z.string(),
  /** `missing` is in the register and not in the file: left alone unless retirement is asked for. */
  action: z.enum(["create", "change", "rename", "retire", "restore", "missing"]),
  /** The record's version when the plan was made; 0 for a new one. Applying is refused if it changed since. */
  version: z.int(),
  formerly: z.string().nullable(),
  fields: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type PlannedChange = z.infer<typeof plannedChange>;

/** What applying a portfolio file would do, before it is done. */
export const plan = z.object({
  /** `seq` of the newest event that the plan has seen. */
  revision: z.int(),
  /** Hash of the file's content that was planned. */
  fileHash: z.string(),
  retire: z.boolean(),
  changes: z.array(plannedChange),
  unchanged: z.int(),
});
export type Plan = z.infer<typeof plan>;

export const applied = z.object({
  revision: z.int(),
  events: z.int(),
  created: z.int(),
  changed: z.int(),
  retired: z.int(),
  unchanged: z.int(),
});
export type Applied = z.infer<typeof applied>;
