/** What calendar and clock on the wall of the organisation's time zone say at an instant. */
export interface WallClock {
  /** ISO date. */
  readonly on: string;
  /** "10:47". */
  readonly at: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Digits only are taken from Intl; the words of a date are ours. */
export function wallClock(instant: string | Date, timeZone: string): WallClock {
  const parts = new Map(
    format(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return { on: `${read("year")}-${read("month")}-${read("day")}`, at: `${read("hour")}:${read("minute")}` };
}

function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(timeZone, made);
  return made;
}
