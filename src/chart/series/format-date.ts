const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const dayMs = 86_400_000;

/** "21 Nov", or "21 Nov 2025" in another year than `today`. Dates are ISO calendar dates; times after them are ignored. */
export function formatDate(on: string, today?: string): string {
  const [year, month, day] = partsOf(on);
  const short = `${day} ${months[month - 1]}`;
  return today !== undefined && partsOf(today)[0] === year ? short : `${short} ${year}`;
}

/** "today", "tomorrow", "yesterday", else the date. */
export function formatDay(on: string, today: string): string {
  const distance = daysBetween(today, on);
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  if (distance === -1) return "yesterday";
  return formatDate(on, today);
}

/** When something happened, as short as it stays clear: "10:31" today, "Fri 17:20" this week, else "12 Nov". */
export function formatMoment(on: string, at: string, today: string): string {
  const ago = daysBetween(on, today);
  if (ago === 0) return at;
  if (ago > 0 && ago < 7) return `${weekdays[new Date(toMs(on)).getUTCDay()]} ${at}`;
  return formatDate(on, today);
}

/** How long ago in whole days: "today", "1 day", "9 days". */
export function formatAge(on: string, today: string): string {
  const days = daysBetween(on, today);
  if (days <= 0) return "today";
  return days === 1 ? "1 day" : `${days} days`;
}

/** "Nov" of an ISO date. */
export function formatMonth(on: string): string {
  return months[partsOf(on)[1] - 1]!;
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs);
}

/** The ISO date so many days later. */
export function addDays(on: string, days: number): string {
  return new Date(toMs(on) + days * dayMs).toISOString().slice(0, 10);
}

function toMs(on: string): number {
  const [year, month, day] = partsOf(on);
  return Date.UTC(year, month - 1, day);
}

function partsOf(on: string): [year: number, month: number, day: number] {
  return [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
}
