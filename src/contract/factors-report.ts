import { z } from "zod";

interface Factor {
  id: string;
  name: string;
  value: number;
  low: number;
  high: number;
  weight: number;
  contribution: number;
  /** What it was read from, in words. */
  basis: string;
  parts: Factor[];
}
const factor: z.ZodType<Factor> = z.strictObject({
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
