import { calendarDate } from "../calendar.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { countEventsByHour } from "./figure-queries.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** Recorded events by calendar day at the organisation, oldest first; days without one are left out. */
export async function readTimeline(ctx: Context, figures: RegisterFigures): Promise<{ on: string; events: number }[]> {
  requireRole(ctx, "viewer");
  const byDay = new Map<string, number>();
  for (const { hour, events } of await countEventsByHour(ctx.db.queries)) {
    const on = calendarDate(hour, figures.timeZone);
    byDay.set(on, (byDay.get(on) ?? 0) + events);
  }
  return [...byDay].map(([on, events]) => ({ on, events })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
