import { z } from "@hono/zod-openapi";
import { Failure } from "../contract/failure.ts";
import { endOfDay } from "../register/figures/calendar.ts";
import type { RegisterFigures } from "../register/figures/register-figures.ts";
import type { Services } from "./services.ts";

/** `asOf` in a query: a moment, or a day at the organisation, of which the end is meant. */
export const asOfParameter = z
  .union([z.iso.datetime(), z.iso.date()])
  .optional()
  .meta({ description: "Show what was recorded by this moment, or by the end of this day at the organisation" });

export interface FiguresAsOf {
  readonly figures: RegisterFigures;
  readonly asOf: Date | null;
  readonly computedAt: Date;
}

/** The figures a query asks for: of now, or of what was recorded by a moment. */
export async function figuresAsOf(services: Services, asked: string | undefined): Promise<FiguresAsOf> {
  const computedAt = services.now();
  const current = await services.live.current(computedAt);
  if (asked === undefined) return { figures: current, asOf: null, computedAt };
  const asOf = asked.length === 10 ? endOfDay(asked, current.timeZone) : new Date(asked);
  if (Number.isNaN(asOf.getTime()))
    throw new Failure(
      "invalid-input",
      `asOf ${JSON.stringify(asked)}: no such day`,
      "give a moment such as 2026-10-31T18:00:00Z or a day such as 2026-10-31",
    );
  if (asOf >= computedAt) return { figures: current, asOf: null, computedAt };
  return { figures: await services.live.asOf(asOf, computedAt), asOf, computedAt };
}
