import { defaultTimeZone } from "../contract/portfolio.ts";
import type { Queries } from "../store/database.ts";
import { calendarDate } from "./calendar.ts";
import { settingsId } from "./record/record-kind.ts";
import { selectRecords } from "./record/record-queries.ts";

/** The organisation's time zone and what day it is there. */
export async function organizationDate(queries: Queries, now: Date): Promise<{ timeZone: string; today: string }> {
  const settings = (await selectRecords(queries, "settings", [settingsId])).get(settingsId);
  const timeZone = settings?.record.timeZone ?? defaultTimeZone;
  return { timeZone, today: calendarDate(now, timeZone) };
}
