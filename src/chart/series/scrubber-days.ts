import { addDays, daysBetween, formatDate, formatMonth } from "./format-date.ts";

interface ScrubberTick {
  readonly on: string;
  /** Place between first day and today, 0 to 1. */
  readonly at: number;
  /** Share of the tallest day, on a logarithm, so that a day with one event still shows. */
  readonly height: number;
}

export interface ScrubberDays {
  readonly from: string;
  readonly to: string;
  /** Days from `from` to `to`. */
  readonly span: number;
  readonly ticks: readonly ScrubberTick[];
  /** Where months begin, 0 to 1. */
  readonly months: readonly number[];
  /** Name of the first month, such as "Aug", with the year when it is another one. */
  readonly start: string;
}

/** The days one can look back on, with how much was recorded on each. At least a week wide, so that a new register has room. */
export function prepareScrubberDays(
  days: readonly { readonly on: string; readonly events: number }[],
  today: string,
): ScrubberDays {
  const past = days.filter(({ on }) => on <= today).sort((a, b) => (a.on < b.on ? -1 : 1));
  const first = past[0]?.on ?? today;
  const from = daysBetween(first, today) < 7 ? addDays(today, -7) : first;
  const span = daysBetween(from, today);
  const most = past.reduce((highest, { events }) => Math.max(highest, events), 1);
  return {
    from,
    to: today,
    span,
    ticks: past.map(({ on, events }) => ({
      on,
      at: daysBetween(from, on) / span,
      height: Math.log1p(events) / Math.log1p(most),
    })),
    months: monthStarts(from, today).map((on) => daysBetween(from, on) / span),
    start: from.slice(0, 4) === today.slice(0, 4) ? formatMonth(from) : formatDate(from, today),
  };
}

function monthStarts(from: string, to: string): string[] {
  const starts: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    const start = `${year}-${String(month).padStart(2, "0")}-01`;
    if (start > to) return starts;
    starts.push(start);
  }
}
