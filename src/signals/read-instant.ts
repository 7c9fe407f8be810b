import { shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";

const dayMs = 86_400_000;
const earliest = Date.parse("1900-01-01T00:00:00Z");
const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?$/i;

/**
 * An instant as producers write it, to the millisecond in UTC. Without a zone it is taken as UTC, a day as its beginning.
 *
 * @throws NoSignal for anything else, for a day that no calendar has, and for what lies before 1900 or more than a day
 * after `receivedAt`: then a clock is wrong.
 */
export function readInstant(value: unknown, path: string, receivedAt: string): string {
  const ms = typeof value === "string" ? instantMs(value.trim()) : null;
  if (ms === null) throw new NoSignal(path, `time ${shown(value)} is no instant; write it as 2026-11-21T09:00:00Z`);
  return inRange(ms, path, receivedAt, value);
}

/** @throws NoSignal as `readInstant`. */
export function instantOfMs(ms: number, path: string, receivedAt: string): string {
  return inRange(ms, path, receivedAt, ms);
}

/** Milliseconds since 1970, or null. */
export function instantMs(text: string): number | null {
  const parts = written.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = parts;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`);
  // 30 February is turned into March by some.
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(day) || Number(hour) > 23) return null;
  return ms - offsetMs(zone);
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function inRange(ms: number, path: string, receivedAt: string, value: unknown): string {
  if (ms < earliest) throw new NoSignal(path, `time ${shown(value)} lies before 1900; check the producer's clock`);
  if (!(ms <= Date.parse(receivedAt) + dayMs))
    throw new NoSignal(path, `time ${shown(value)} lies in the future; check the producer's clock`);
  return new Date(ms).toISOString();
}
