import { nearestName } from "../nearest-name.ts";
import { type Draft, textIn } from "./draft.ts";
import type { Finding } from "./finding.ts";

/** A time zone that is not one of the IANA database. Offsets such as +02:00 are refused: they know no summer time. */
export function timeZoneFindings(portfolio: Draft): Finding[] {
  const timeZone = textIn(portfolio, "timeZone");
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  const near = nearestName(timeZone, ["UTC", ...Intl.supportedValuesOf("timeZone")]);
  const remedy = near ? `write ${near}` : "write a name such as Europe/Berlin or UTC";
  return [{ path: ["timeZone"], what: `time zone "${timeZone}" is unknown`, remedy }];
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
