import { z } from "zod";

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A span of time as monitoring tools write it: a whole number of minutes, hours or days. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[mhd]$/, "write a whole number with m, h or d, such as 15m, 6h or 30d")
  .meta({ id: "Duration", description: "A number of minutes, hours or days, such as 15m, 6h or 30d." });

/** Milliseconds of a duration that the schema has passed. */
export function durationMs(written: z.infer<typeof duration>): number {
  const unit = written.at(-1) as keyof typeof units;
  return Number(written.slice(0, -1)) * units[unit];
}
