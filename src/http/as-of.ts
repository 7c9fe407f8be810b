import { z } from "@hono/zod-openapi";
import { endOfDay } from "../register/calendar.ts";
import type { Context } from "../register/context.ts";
import type { FigureTime } from "../register/figures/figure-time.ts";
import type { LiveRegister } from "../register/figures/live-register.ts";
import type { RegisterFigures } from "../register/figures/register-figures.ts";

/** The years that a register can have. */
const inRegisterYears = (text: string) => text >= "1970-01-01" && text < "3000";
const outside = "not from 1970-01-01 to 2999-12-31";

/** A day of the organisation's calendar. */
export const calendarDay = z.iso.date().refine(inRegisterYears, outside);

/** `asOf` in a query: a moment, or a day at the organisation, of which the end is meant. */
export const asOfParameter = z
  .union([z.iso.datetime().refine(inRegisterYears, outside), calendarDay])
  .optional()
  .meta({ description: "Show what was recorded by this moment, or by the end of this day at the organisation" });

/** The figures a query asks for: of now, or of what was recorded by a moment. */
export async function figuresAsOf(
  ctx: Context,
  live: LiveRegister,
  asked: string | undefined,
): Promise<FigureTime & { readonly figures: RegisterFigures }> {
  const computedAt = ctx.now;
  const current = await live.current(ctx);
  if (asked === undefined) return { figures: current, asOf: null, computedAt };
  const asOf = asked.includes("T") ? new Date(asked) : endOfDay(asked, current.timeZone);
  if (asOf >= computedAt) return { figures: current, asOf: null, computedAt };
  return { figures: await live.asOf(ctx, asOf), asOf, computedAt };
}
