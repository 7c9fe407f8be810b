import { z } from "zod";

export interface RatedFactor {
  id: string;
  name: string;
  value: number;
  low: number;
  high: number;
  weight: number;
  contribution: number;
  /** What it was read from, in words. */
  basis: string;
  /** What was measured or counted, before its scale, and between which ends it lies; null of the others. */
  measured: { value: number; low: number; high: number } | null;
  parts: RatedFactor[];
}
const factor: z.ZodType<RatedFactor> = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** 0 to 1. */
  value: z.number(),
  /** If everything measured below it were at its better, or worse, end. */
  low: z.number(),
  high: z.number(),
  /** Share of its siblings' weights. */
  weight: z.number(),
  /** What it brings to the value above it. */
  contribution: z.number(),
  basis: z.string(),
  measured: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  get parts() {
    return z.array(factor);
  },
});

const axis = z.object({
  level: z.int(),
  lowLevel: z.int(),
  highLevel: z.int(),
  factor,
  sentence: z.string(),
});

/** Answer of `plimsoll factors FILE --json`. */
export const factorsReport = z.object({
  risk: z.string().nullable(),
  likelihood: axis,
  impact: axis,
  method: z.object({ name: z.literal("weighted-factors"), version: z.string() }),
});
export type FactorsReport = z.infer<typeof factorsReport>;
